import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import Standup from './standup.vue';

/** What the server puts into the page. */
export const render = () => renderToString(createSSRApp(Standup));
