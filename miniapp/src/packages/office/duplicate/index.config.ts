export default definePageConfig({ navigationBarTitleText: '对照两份档案' });
