export default definePageConfig({ navigationBarTitleText: '录入能力评估' });
