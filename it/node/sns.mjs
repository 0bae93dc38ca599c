// What an application with the AWS SDK for JavaScript does with a topic: node sns.mjs <endpoint> <name> <text>
// Prints what the subscribed queue received; keys come from the environment.
import {
    CreateTopicCommand,
    DeleteTopicCommand,
    ListSubscriptionsByTopicCommand,
    PublishBatchCommand,
    PublishCommand,
    SNSClient,
    SubscribeCommand,
    UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import {
    CreateQueueCommand,
    DeleteMessageBatchCommand,
    DeleteQueueCommand,
    GetQueueAttributesCommand,
    ReceiveMessageCommand,
    SQSClient,
} from '@aws-sdk/client-sqs';

const [endpoint, name, text] = process.argv.slice(2);
const sns = new SNSClient({ endpoint, region: 'us-east-1' });
const sqs = new SQSClient({ endpoint, region: 'us-east-1', useQueueUrlAsEndpoint: false });

const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: name }));
const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
const { SubscriptionArn } = await sns.send(new SubscribeCommand({
    TopicArn,
    Protocol: 'sqs',
    Endpoint: Attributes.QueueArn,
    Attributes: { FilterPolicy: JSON.stringify({ colour: ['red'] }) },
}));
const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
console.log(Subscriptions.length + ' ' + (Subscriptions[0].SubscriptionArn === SubscriptionArn));

const coloured = (colour) => ({ colour: { DataType: 'String', StringValue: colour } });
await sns.send(new PublishCommand({ TopicArn, Message: 'unwanted', MessageAttributes: coloured('blue') }));
await sns.send(new PublishCommand({ TopicArn, Message: text, Subject: 'News', MessageAttributes: coloured('red') }));
const { Successful, Failed } = await sns.send(new PublishBatchCommand({
    TopicArn,
    PublishBatchRequestEntries: [
        { Id: 'a', Message: text + ' again', MessageAttributes: coloured('red') },
        { Id: 'b', Message: text, Subject: 'two\nlines' },
    ],
}));
console.log(Successful.map((entry) => entry.Id) + ' ' + Failed.map((entry) => entry.Code));

let received = 0;
while (received < 2) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 10,
    }));
    for (const message of Messages) {
        const envelope = JSON.parse(message.Body);
        console.log([envelope.Message, envelope.Subject ?? 'none', envelope.MessageAttributes.colour.Value].join(' '));
    }
    if (Messages.length > 0) {
        await sqs.send(new DeleteMessageBatchCommand({
            QueueUrl,
            Entries: Messages.map((message, i) => ({ Id: 'm' + i, ReceiptHandle: message.ReceiptHandle })),
        }));
    }
    received += Messages.length;
}

try {
    await sns.send(new PublishCommand({ TopicArn: TopicArn + '-missing', Message: text }));
} catch (refused) {
    console.log(refused.name);
}
await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
await sns.send(new DeleteTopicCommand({ TopicArn }));
await sqs.send(new DeleteQueueCommand({ QueueUrl }));
