export default definePageConfig({ navigationBarTitleText: '七助七送服务目录' });
