export default definePageConfig({ navigationBarTitleText: '同意与查看' });
