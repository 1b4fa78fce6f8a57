/** Numbers, times and sizes as people read them. */

const numbers = new Intl.NumberFormat('en');

export const number = (value) => numbers.format(value);

export const count = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

export function date(instant) {
  const then = new Date(instant);
  const days = Math.floor((Date.now() - then) / 86_400_000);
  if (days < 1 && then.getDate() === new Date().getDate()) {
    return `today, ${then.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}`;
  }
  return then.toLocaleDateString([], { day: 'numeric', month: 'short', year: 'numeric' });
}

export function seconds(value) {
  if (value < 90) {
    return count(Math.max(1, Math.round(value)), 'second');
  }
  return value < 5400 ? count(Math.round(value / 60), 'minute') : count(Math.round(value / 3600), 'hour');
}

export function took(milliseconds) {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

export function size(bytes) {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const KINDS = {
  'application/pdf': 'PDF', 'text/markdown': 'Markdown', 'text/html': 'HTML', 'text/plain': 'Text', 'text/csv': 'CSV',
  'application/epub+zip': 'EPUB', 'message/rfc822': 'E-mail', 'application/rtf': 'RTF', 'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
};

export function kind(mediaType, source) {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(source ?? '');
  return KINDS[mediaType] ?? (extension ? extension[1].toUpperCase() : 'Text');
}
