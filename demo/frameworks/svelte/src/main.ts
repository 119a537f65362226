import { mount } from 'svelte';
import Standup from './Standup.svelte';

mount(Standup, { target: document.getElementById('app')! });
