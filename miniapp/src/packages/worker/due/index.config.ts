export default definePageConfig({ navigationBarTitleText: '该评估的老人' });
