/** Who lets the helper in; apart from the schemas, so that screens take only the words. */
export const doorOpeners = ['self', 'family', 'neighbour', 'worker'] as const;
export const doorOpenerLabels: Record<(typeof doorOpeners)[number], string> = {
  self: '老人自己开门',
  family: '家属在家开门',
  neighbour: '邻居帮忙开门',
  worker: '社区工作人员陪同',
};
