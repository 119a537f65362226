import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Doorway } from './doorway';
import { Office } from './office';

const name = new URLSearchParams(location.search).get('name');

createRoot(document.getElementById('root')!).render(
  <StrictMode>{name ? <Doorway name={name} /> : <Office />}</StrictMode>,
);
