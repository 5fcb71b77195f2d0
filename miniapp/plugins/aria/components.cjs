// WeChat's accessibility attributes (aria-component) that our parts use; '' binds without a default value.
const names = ['role', 'label', 'hidden', 'checked', 'disabled', 'expanded', 'modal', 'live', 'describedby', 'level'];
const aria = Object.fromEntries(names.map((name) => [`aria-${name}`, '']));
const tags = ['View', 'Text', 'Button', 'Image', 'Input', 'Textarea', 'Switch', 'ScrollView', 'Picker'];
module.exports = { components: Object.fromEntries(tags.map((tag) => [tag, aria])) };
