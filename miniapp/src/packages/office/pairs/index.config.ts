export default definePageConfig({ navigationBarTitleText: '谁在服务谁' });
