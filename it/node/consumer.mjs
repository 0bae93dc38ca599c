// A worker as applications write it with sqs-consumer: node consumer.mjs <endpoint> <queue> <messages>
// Sends the messages with sqs-producer, handles each, and fails the first time that one of them comes. Prints what it
// handled and how often it had failed; keys come from the environment.
import { CreateQueueCommand, DeleteQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Consumer } from 'sqs-consumer';
import { Producer } from 'sqs-producer';

const [endpoint, name, count] = process.argv.slice(2);
const sqs = new SQSClient({ endpoint, region: 'us-east-1' });
const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));

const handled = [];
const failures = [];
let done;
const all = new Promise((resolve) => (done = resolve));

const consumer = Consumer.create({
    queueUrl: QueueUrl,
    sqs,
    batchSize: 10,
    waitTimeSeconds: 20,
    visibilityTimeout: 600,
    heartbeatInterval: 200,
    terminateVisibilityTimeout: true,
    messageAttributeNames: ['All'],
    messageSystemAttributeNames: ['ApproximateReceiveCount'],
    handleMessage: async (message) => {
        if (message.Attributes.ApproximateReceiveCount === '1' && message.Body.endsWith('-0')) {
            throw new Error('not yet');
        }
        handled.push(`${message.Body} ${message.MessageAttributes.kind.StringValue} ${message.Attributes.ApproximateReceiveCount}`);
        return message;
    },
});
consumer.on('error', (error) => console.log('error ' + error.message));
consumer.on('processing_error', (error) => failures.push(error.message));
consumer.on('response_processed', () => handled.length === Number(count) && done());

// It polls before there is anything, so that the first messages end a long poll.
const polling = new Promise((resolve) => consumer.once('started', resolve));
consumer.start();
await polling;
const producer = Producer.create({ queueUrl: QueueUrl, sqs, region: 'us-east-1' });
await producer.send(Array.from({ length: Number(count) }, (_, i) => ({
    id: 'm' + i,
    body: 'message-' + i,
    messageAttributes: { kind: { DataType: 'String', StringValue: 'order' } },
})));
await all;

const stopped = new Promise((resolve) => consumer.once('stopped', resolve));
consumer.stop({ abort: true });
await stopped;
const left = async () => {
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }));
    return `${Attributes.ApproximateNumberOfMessages} ${Attributes.ApproximateNumberOfMessagesNotVisible}`;
};
// The figures are approximate for a moment.
let last = await left();
for (const end = Date.now() + 60_000; last !== '0 0' && Date.now() < end; last = await left()) {
    await new Promise((resolve) => setTimeout(resolve, 100));
}
await sqs.send(new DeleteQueueCommand({ QueueUrl }));
handled.sort().forEach((line) => console.log(line));
console.log(`failed ${failures.length}`);
console.log(`left ${last}`);
