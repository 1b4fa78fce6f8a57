// Asks a Docent at DOCENT (http://localhost:8080) through OpenAI's own client for Node.
import OpenAI from 'openai';

const client = new OpenAI({
  baseURL: `${process.env.DOCENT ?? 'http://localhost:8080'}/v1`,
  apiKey: process.env.DOCENT_TOKEN ?? 'none',
  maxRetries: 0,
});
const messages = [{ role: 'user', content: 'How far did the North Korean missile fly?' }];

const models = await client.models.list();
console.log('models:', models.data.map((model) => model.id).join(', '));

const answer = await client.chat.completions.create({ model: 'docent', messages });
console.log('answer:', answer.choices[0].message.content);
console.log('quote:', answer.choices[0].message.citations[0].quote);
console.log('usage:', JSON.stringify(answer.usage));

const stream = await client.chat.completions.create({
  model: 'docent', messages, stream: true, stream_options: { include_usage: true },
});
let streamed = '';
let last;
for await (const chunk of stream) {
  streamed += chunk.choices[0]?.delta.content ?? '';
  last = chunk;
}
console.log('streamed the same:', streamed === answer.choices[0].message.content);
console.log('last chunk:', last.usage.total_tokens, 'tokens,', last.citations.length, 'citations');

try {
  await client.chat.completions.create({ model: 'gpt-4o', messages });
} catch (error) {
  console.log('error:', error.constructor.name, error.status, error.code, error.param, error.message);
}
