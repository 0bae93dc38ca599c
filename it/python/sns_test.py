"""What applications with boto3 do with topics: the same for an old one and a new one, both of which speak Query."""

import json
import os
import unittest
import uuid

import boto3
from waiting import next_message

ENDPOINT = os.environ['PACKETBOAT_ENDPOINT']


def client(service):
    return boto3.client(service, endpoint_url=ENDPOINT, region_name='us-east-1')


class SnsTest(unittest.TestCase):

    def setUp(self):
        self.sns = client('sns')
        self.sqs = client('sqs')
        self.name = 'boto-' + uuid.uuid4().hex

    def topic(self, ending='', **attributes):
        arn = self.sns.create_topic(Name=self.name + ending, Attributes=attributes)['TopicArn']
        self.addCleanup(lambda: self.sns.delete_topic(TopicArn=arn))
        return arn

    def queue(self, ending='', **attributes):
        """URL and ARN."""
        url = self.sqs.create_queue(QueueName=self.name + ending, Attributes=attributes)['QueueUrl']
        self.addCleanup(lambda: self.sqs.delete_queue(QueueUrl=url))
        return url, self.sqs.get_queue_attributes(
            QueueUrl=url, AttributeNames=['QueueArn'])['Attributes']['QueueArn']

    def subscribe(self, topic, queue, **attributes):
        return self.sns.subscribe(TopicArn=topic, Protocol='sqs', Endpoint=queue, Attributes=attributes,
                                  ReturnSubscriptionArn=True)['SubscriptionArn']

    def next(self, url):
        message = next_message(self.sqs, url)
        self.sqs.delete_message(QueueUrl=url, ReceiptHandle=message['ReceiptHandle'])
        return message

    def test_a_topic_is_made_found_changed_tagged_and_deleted(self):
        topic = self.topic(DisplayName='Prices')

        self.assertEqual('arn:aws:sns:us-east-1:000000000000:' + self.name, topic)
        self.assertEqual(topic, self.sns.create_topic(Name=self.name)['TopicArn'])
        pages = self.sns.get_paginator('list_topics').paginate()
        self.assertIn(topic, [found['TopicArn'] for page in pages for found in page['Topics']])
        self.sns.set_topic_attributes(TopicArn=topic, AttributeName='SignatureVersion', AttributeValue='2')
        attributes = self.sns.get_topic_attributes(TopicArn=topic)['Attributes']
        self.assertEqual(('Prices', '2'), (attributes['DisplayName'], attributes['SignatureVersion']))
        self.sns.tag_resource(ResourceArn=topic, Tags=[{'Key': 'team', 'Value': 'a'}, {'Key': 'b', 'Value': ''}])
        self.sns.untag_resource(ResourceArn=topic, TagKeys=['b'])
        self.assertEqual([{'Key': 'team', 'Value': 'a'}],
                         self.sns.list_tags_for_resource(ResourceArn=topic)['Tags'])
        self.sns.delete_topic(TopicArn=topic)
        with self.assertRaises(self.sns.exceptions.NotFoundException):
            self.sns.get_topic_attributes(TopicArn=topic)

    def test_a_subscribed_queue_gets_what_its_filter_policy_wants(self):
        topic = self.topic()
        url, queue = self.queue()
        subscription = self.subscribe(topic, queue, FilterPolicy='{"colour": ["red"]}')

        self.publish(topic, 'one', 'blue')
        self.publish(topic, 'two', 'red')

        envelope = json.loads(self.next(url)['Body'])
        self.assertEqual(('two', topic), (envelope['Message'], envelope['TopicArn']))
        self.assertEqual({'Type': 'String', 'Value': 'red'}, envelope['MessageAttributes']['colour'])
        self.assertEqual([subscription], [found['SubscriptionArn'] for found in
                                          self.sns.list_subscriptions_by_topic(TopicArn=topic)['Subscriptions']])
        self.sns.set_subscription_attributes(
            SubscriptionArn=subscription, AttributeName='FilterPolicy', AttributeValue='{}')
        self.sns.set_subscription_attributes(
            SubscriptionArn=subscription, AttributeName='RawMessageDelivery', AttributeValue='true')
        self.publish(topic, 'three', 'blue')
        raw = self.next(url)
        self.assertEqual(('three', 'blue'), (raw['Body'], raw['MessageAttributes']['colour']['StringValue']))
        self.sns.unsubscribe(SubscriptionArn=subscription)
        self.assertEqual([], self.sns.list_subscriptions_by_topic(TopicArn=topic)['Subscriptions'])

    def publish(self, topic, message, colour):
        self.sns.publish(TopicArn=topic, Message=message, Subject='News', MessageAttributes={
            'colour': {'DataType': 'String', 'StringValue': colour}})

    def test_a_batch_and_a_message_for_each_protocol(self):
        topic = self.topic()
        url, queue = self.queue()
        self.subscribe(topic, queue, RawMessageDelivery='true')

        answer = self.sns.publish_batch(TopicArn=topic, PublishBatchRequestEntries=[
            {'Id': 'good', 'Message': '{"default": "all", "sqs": "queues"}', 'MessageStructure': 'json'},
            {'Id': 'bad', 'Message': 'm', 'Subject': 'two\nlines'}])

        self.assertEqual(['good'], [entry['Id'] for entry in answer['Successful']])
        self.assertEqual([('bad', 'InvalidParameter')],
                         [(entry['Id'], entry['Code']) for entry in answer['Failed']])
        self.assertEqual('queues', self.next(url)['Body'])

    def test_a_fifo_topic_hands_each_message_on_once_and_in_order(self):
        topic = self.topic('.fifo', FifoTopic='true')
        url, queue = self.queue('.fifo', FifoQueue='true')
        self.subscribe(topic, queue, RawMessageDelivery='true')

        numbers = [self.sns.publish(TopicArn=topic, Message=body, MessageGroupId='g',
                                    MessageDeduplicationId=body)['SequenceNumber'] for body in ('a', 'b', 'a')]

        self.assertEqual(numbers[0], numbers[2])
        self.assertLess(numbers[0], numbers[1])
        self.assertEqual(['a', 'b'], [self.next(url)['Body'] for _ in range(2)])

    def test_permissions_are_statements_of_the_policy(self):
        topic = self.topic()

        self.sns.add_permission(
            TopicArn=topic, Label='them', AWSAccountId=['111122223333'], ActionName=['Publish'])
        self.assertIn('"Sid":"them"', self.policy(topic))
        self.sns.remove_permission(TopicArn=topic, Label='them')
        self.assertNotIn('"Sid":"them"', self.policy(topic))

    def policy(self, topic):
        return self.sns.get_topic_attributes(TopicArn=topic)['Attributes']['Policy']
