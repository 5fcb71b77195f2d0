export default definePageConfig({ navigationBarTitleText: '填写档案' });
