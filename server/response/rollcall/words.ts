/** What goes out with a roll-call. Nothing here names an elder, an illness, a door or a number. */
export const words = {
  drill: '【演练】',
  title: (reason: string) => `${reason}点名，请您看看老人`,
  first: (count: number, said: string) => `请您看看 ${count} 位老人，看到以后点一下。${said}`,
  next: (said: string) => `前面的人没有回音，请您接着看，名单里有新加的老人。${said}`,
  remind: (count: number) => `还有 ${count} 位老人等您回，请看看名单。`,
  alarm: (reason: string) => `${reason}点名一直没有回应，请上门看看。`,
  help: (reason: string) => `${reason}点名时说需要帮助。`,
  notAtHome: '点名里不再找她',
  charge: (reason: string) => `${reason}点名`,
  changed: '点名的情况刚有变化，请刷新后再看',
  unfit: '接手人在这里没有能回点名的身份，请另选一位',
} as const;
