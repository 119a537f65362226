import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Standup } from './standup';

hydrateRoot(
  document.getElementById('root')!,
  <StrictMode>
    <Standup />
  </StrictMode>,
);
