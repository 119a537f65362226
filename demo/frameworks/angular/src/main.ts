import { provideZoneChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { Standup } from './standup';

bootstrapApplication(Standup, { providers: [provideZoneChangeDetection()] }).catch(console.error);
