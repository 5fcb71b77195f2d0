export default definePageConfig({ navigationBarTitleText: '报警设备' });
