export default definePageConfig({ navigationBarTitleText: '五边' });
