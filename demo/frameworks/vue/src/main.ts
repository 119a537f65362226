import { createSSRApp } from 'vue';
import Standup from './standup.vue';

createSSRApp(Standup).mount('#app');
