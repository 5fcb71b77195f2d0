export default definePageConfig({ navigationBarTitleText: '代老人报警' });
