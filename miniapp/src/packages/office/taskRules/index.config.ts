export default definePageConfig({ navigationBarTitleText: '求助的规定' });
