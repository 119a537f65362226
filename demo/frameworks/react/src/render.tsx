import { renderToString } from 'react-dom/server';
import { Standup } from './standup';

/** What the server puts into the page. */
export const render = () => renderToString(<Standup />);
