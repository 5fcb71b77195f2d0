import { mergeInternalComponents } from '@tarojs/shared';
import { components } from './components.cjs';

mergeInternalComponents(components);
