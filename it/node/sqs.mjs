// What an application with the AWS SDK for JavaScript does with a queue: node sqs.mjs <endpoint> <queue> <text>
// Prints what it received; keys come from the environment, and the SDK checks the MD5 sums.
import {
    CreateQueueCommand,
    DeleteMessageBatchCommand,
    DeleteQueueCommand,
    ReceiveMessageCommand,
    SendMessageBatchCommand,
    SendMessageCommand,
    SQSClient,
} from '@aws-sdk/client-sqs';

const [endpoint, name, text] = process.argv.slice(2);
const sqs = new SQSClient({ endpoint, region: 'us-east-1', useQueueUrlAsEndpoint: false });

const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
await sqs.send(new SendMessageCommand({
    QueueUrl,
    MessageBody: text,
    MessageAttributes: {
        colour: { DataType: 'String', StringValue: 'blue' },
        raw: { DataType: 'Binary', BinaryValue: new Uint8Array([0, 255]) },
    },
}));
await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: 'a', MessageBody: text + ' again' }] }));

let received = 0;
while (received < 2) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 10,
        MessageAttributeNames: ['All'],
    }));
    for (const message of Messages) {
        console.log(message.Body + ' ' + (message.MessageAttributes?.colour?.StringValue ?? 'none'));
    }
    await sqs.send(new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: Messages.map((message, i) => ({ Id: 'm' + i, ReceiptHandle: message.ReceiptHandle })),
    }));
    received += Messages.length;
}

try {
    await sqs.send(new SendMessageCommand({ QueueUrl: QueueUrl + '-missing', MessageBody: text }));
} catch (refused) {
    console.log(refused.name);
}
await sqs.send(new DeleteQueueCommand({ QueueUrl }));
