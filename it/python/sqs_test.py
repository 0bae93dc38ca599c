"""What applications with boto3 do with queues: the same for an old one, which speaks Query, and a new one with JSON."""

import json
import os
import unittest
import urllib.request
import uuid

import boto3
from botocore.exceptions import ClientError
from waiting import LONG_POLL_SECONDS, next_message, until

ENDPOINT = os.environ['PACKETBOAT_ENDPOINT']


def client(service):
    return boto3.client(service, endpoint_url=ENDPOINT, region_name='us-east-1')


class SqsTest(unittest.TestCase):

    def setUp(self):
        self.sqs = client('sqs')
        self.prefix = 'boto-' + uuid.uuid4().hex + '-'
        self.urls = []

    def tearDown(self):
        # Those that take dead letters were made first.
        for url in reversed(self.urls):
            self.sqs.delete_queue(QueueUrl=url)

    def queue(self, name='orders', **attributes):
        url = self.sqs.create_queue(QueueName=self.prefix + name, Attributes=attributes)['QueueUrl']
        self.urls.append(url)
        return url

    def attribute(self, url, name):
        return self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=[name])['Attributes'][name]

    def next(self, url, **more):
        return next_message(self.sqs, url, **more)

    def assert_refused(self, exception, code, call, **parameters):
        with self.assertRaises(exception) as refused:
            call(**parameters)
        self.assertEqual(code, refused.exception.response['Error']['Code'])

    def protocol(self):
        return self.sqs.meta.service_model.metadata['protocol']

    def test_old_ones_speak_query_and_new_ones_json(self):
        version = tuple(map(int, boto3.__version__.split('.')))
        self.assertEqual('query' if version < (1, 28) else 'json', self.protocol())

    def test_a_queue_is_made_found_changed_and_tagged(self):
        url = self.queue(VisibilityTimeout='60')

        self.assertEqual(ENDPOINT + '/000000000000/' + self.prefix + 'orders', url)
        self.assertEqual(url, self.sqs.get_queue_url(QueueName=self.prefix + 'orders')['QueueUrl'])
        self.sqs.set_queue_attributes(QueueUrl=url, Attributes={'DelaySeconds': '5'})
        attributes = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=['All'])['Attributes']
        self.assertEqual(('60', '5'), (attributes['VisibilityTimeout'], attributes['DelaySeconds']))
        self.sqs.tag_queue(QueueUrl=url, Tags={'team': 'a', 'other': 'b'})
        self.sqs.untag_queue(QueueUrl=url, TagKeys=['other'])
        self.assertEqual({'team': 'a'}, self.sqs.list_queue_tags(QueueUrl=url)['Tags'])

    def test_lists_come_in_pages(self):
        urls = [self.queue(name) for name in 'abc']

        pages = list(self.sqs.get_paginator('list_queues').paginate(
            QueueNamePrefix=self.prefix, PaginationConfig={'PageSize': 2}))

        self.assertEqual([2, 1], [len(page['QueueUrls']) for page in pages])
        self.assertEqual(urls, [url for page in pages for url in page['QueueUrls']])

    def test_a_message_is_sent_received_released_and_deleted(self):
        url = self.queue()
        sent = self.sqs.send_message(QueueUrl=url, MessageBody='päivää <&>', MessageAttributes={
            'colour': {'DataType': 'String', 'StringValue': 'blue'},
            'amount': {'DataType': 'Number', 'StringValue': '42'},
            'raw': {'DataType': 'Binary', 'BinaryValue': b'\x00\xff'}})

        received = self.next(url)
        self.assertEqual((sent['MessageId'], 'päivää <&>'), (received['MessageId'], received['Body']))
        self.assertEqual(sent['MD5OfMessageAttributes'], received['MD5OfMessageAttributes'])
        self.assertEqual(b'\x00\xff', received['MessageAttributes']['raw']['BinaryValue'])
        self.sqs.change_message_visibility(
            QueueUrl=url, ReceiptHandle=received['ReceiptHandle'], VisibilityTimeout=0)
        again = self.next(url)
        self.assertEqual('2', again['Attributes']['ApproximateReceiveCount'])
        self.sqs.delete_message(QueueUrl=url, ReceiptHandle=again['ReceiptHandle'])
        until(lambda: self.attribute(url, 'ApproximateNumberOfMessagesNotVisible') == '0')

    def test_batches_answer_for_each_entry(self):
        url = self.queue()

        sent = self.sqs.send_message_batch(QueueUrl=url, Entries=[
            {'Id': 'good', 'MessageBody': 'one'},
            {'Id': 'late', 'MessageBody': 'two', 'DelaySeconds': 901}])
        self.assertEqual(['good'], [entry['Id'] for entry in sent['Successful']])
        self.assertEqual([('late', 'InvalidParameterValue', True)],
                         [(entry['Id'], entry['Code'], entry['SenderFault']) for entry in sent['Failed']])
        handle = self.next(url)['ReceiptHandle']
        changed = self.sqs.change_message_visibility_batch(
            QueueUrl=url, Entries=[{'Id': 'a', 'ReceiptHandle': handle, 'VisibilityTimeout': 60}])
        self.assertEqual(['a'], [entry['Id'] for entry in changed['Successful']])
        deleted = self.sqs.delete_message_batch(QueueUrl=url, Entries=[
            {'Id': 'a', 'ReceiptHandle': handle}, {'Id': 'b', 'ReceiptHandle': 'none'}])
        self.assertEqual(['a'], [entry['Id'] for entry in deleted['Successful']])
        self.assertEqual(['ReceiptHandleIsInvalid'], [entry['Code'] for entry in deleted['Failed']])

    def test_a_fifo_queue_keeps_order_and_takes_duplicates_once(self):
        url = self.queue('orders.fifo', FifoQueue='true')
        for body, duplicate in [('one', '1'), ('one', '1'), ('two', '2')]:
            sent = self.sqs.send_message(
                QueueUrl=url, MessageBody=body, MessageGroupId='g', MessageDeduplicationId=duplicate)
            self.assertRegex(sent['SequenceNumber'], r'^\d{20}$')

        for body in ('one', 'two'):
            message = self.next(url)
            self.assertEqual((body, 'g'), (message['Body'], message['Attributes']['MessageGroupId']))
            self.sqs.delete_message(QueueUrl=url, ReceiptHandle=message['ReceiptHandle'])
        until(lambda: self.attribute(url, 'ApproximateNumberOfMessages') == '0')

    def test_resources_are_objects(self):
        sqs = boto3.resource('sqs', endpoint_url=ENDPOINT, region_name='us-east-1')
        self.queue()
        queue = sqs.get_queue_by_name(QueueName=self.prefix + 'orders')
        queue.send_message(MessageBody='hello')

        messages = []
        while not messages:
            messages = queue.receive_messages(WaitTimeSeconds=LONG_POLL_SECONDS)
        messages[0].delete()

        self.assertEqual('hello', messages[0].body)
        until(lambda: queue.reload() or queue.attributes['ApproximateNumberOfMessages'] == '0')

    def test_dead_letter_queues_know_their_sources(self):
        dead = self.queue('dead')
        arn = self.attribute(dead, 'QueueArn')
        url = self.queue(RedrivePolicy='{"deadLetterTargetArn":"%s","maxReceiveCount":"1"}' % arn)

        pages = self.sqs.get_paginator('list_dead_letter_source_queues').paginate(QueueUrl=dead)
        self.assertEqual([url], [found for page in pages for found in page['queueUrls']])
        self.sqs.send_message(QueueUrl=url, MessageBody='unlucky')
        self.next(url, VisibilityTimeout=0)
        until(lambda: self.sqs.receive_message(QueueUrl=url) and
              self.attribute(dead, 'ApproximateNumberOfMessages') == '1')
        self.assertEqual('unlucky', self.next(dead)['Body'])

    def test_message_move_tasks(self):
        if not hasattr(self.sqs, 'start_message_move_task'):
            self.skipTest('this boto3 does not know them yet')
        dead = self.queue('dead')
        arn = self.attribute(dead, 'QueueArn')
        url = self.queue(RedrivePolicy='{"deadLetterTargetArn":"%s","maxReceiveCount":"1"}' % arn)
        self.sqs.send_message(QueueUrl=dead, MessageBody='back')

        handle = self.sqs.start_message_move_task(
            SourceArn=arn, DestinationArn=self.attribute(url, 'QueueArn'))['TaskHandle']

        self.assertEqual('back', self.next(url)['Body'])
        self.assertEqual(arn, self.sqs.list_message_move_tasks(SourceArn=arn)['Results'][0]['SourceArn'])
        self.assert_refused(self.sqs.exceptions.ResourceNotFoundException, 'ResourceNotFoundException',
                            self.sqs.cancel_message_move_task, TaskHandle=handle[:-4] + 'AAAA')

    def test_permissions_are_statements_of_the_policy(self):
        url = self.queue()

        self.sqs.add_permission(
            QueueUrl=url, Label='send', AWSAccountIds=['000000000000'], Actions=['SendMessage'])
        self.assertIn('"Sid":"send"', self.attribute(url, 'Policy'))
        self.sqs.remove_permission(QueueUrl=url, Label='send')
        self.assertNotIn('Policy', self.sqs.get_queue_attributes(
            QueueUrl=url, AttributeNames=['All'])['Attributes'])

    def test_what_terraform_asks_of_a_queue_is_told_again_as_it_was_said(self):
        dead = self.queue('dead', RedriveAllowPolicy='{"redrivePermission":"allowAll"}')
        name = self.prefix + 'orders'
        wanted = {
            'DelaySeconds': '5', 'MaximumMessageSize': '262144', 'MessageRetentionPeriod': '86400',
            'ReceiveMessageWaitTimeSeconds': '10', 'VisibilityTimeout': '60', 'SqsManagedSseEnabled': 'false',
            'RedrivePolicy': json.dumps({
                'deadLetterTargetArn': self.attribute(dead, 'QueueArn'), 'maxReceiveCount': 4}),
            'Policy': json.dumps({'Version': '2012-10-17', 'Id': 'sqspolicy', 'Statement': [
                {'Sid': 'First', 'Effect': 'Allow', 'Principal': '*', 'Action': 'sqs:SendMessage',
                 'Resource': 'arn:aws:sqs:us-east-1:000000000000:' + name, 'Condition': {'ArnEquals': {
                     'aws:SourceArn': 'arn:aws:sns:us-east-1:000000000000:prices'}}},
                {'Effect': 'Deny', 'Principal': {'AWS': '*'}, 'Action': 'sqs:*', 'Resource': '*',
                 'Condition': {'Bool': {'aws:SecureTransport': 'false'},
                               'NotIpAddress': {'aws:SourceIp': ['127.0.0.0/8', '::1/128']}}}]})}
        tags = {'Environment': 'production'}

        url = self.sqs.create_queue(QueueName=name, Attributes=wanted, tags=tags)['QueueUrl']
        self.urls.append(url)
        self.assert_told_again(url, wanted)
        self.assertEqual(tags, self.sqs.list_queue_tags(QueueUrl=url)['Tags'])
        self.assertEqual(url, self.sqs.create_queue(QueueName=name, Attributes=wanted, tags=tags)['QueueUrl'])

        changed = {**wanted, 'VisibilityTimeout': '90', 'MessageRetentionPeriod': '1209600'}
        self.sqs.set_queue_attributes(QueueUrl=url, Attributes=changed)
        self.assert_told_again(url, changed)
        self.sqs.set_queue_attributes(QueueUrl=url, Attributes={'Policy': '', 'RedrivePolicy': ''})
        left = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=['All'])['Attributes']
        self.assertEqual(set(), {'Policy', 'RedrivePolicy'} & left.keys())

        self.sqs.delete_queue(QueueUrl=self.urls.pop())
        self.assert_refused(self.sqs.exceptions.QueueDoesNotExist, 'AWS.SimpleQueueService.NonExistentQueue',
                            self.sqs.get_queue_attributes, QueueUrl=url, AttributeNames=['All'])

    def assert_told_again(self, url, wanted):
        told = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=['All'])['Attributes']
        for name, value in wanted.items():
            if value.startswith('{'):
                self.assertEqual(json.loads(value), json.loads(told[name]))
            else:
                self.assertEqual(value, told[name])

    def test_errors_are_exceptions_with_the_codes_of_query(self):
        url = self.queue(DelaySeconds='5')
        refused = self.sqs.exceptions

        self.assert_refused(refused.QueueDoesNotExist, 'AWS.SimpleQueueService.NonExistentQueue',
                            self.sqs.receive_message, QueueUrl=url + '-missing')
        self.assert_refused(refused.QueueNameExists, 'QueueAlreadyExists', self.sqs.create_queue,
                            QueueName=self.prefix + 'orders', Attributes={'DelaySeconds': '6'})
        self.assert_refused(refused.InvalidAttributeName, 'InvalidAttributeName',
                            self.sqs.set_queue_attributes, QueueUrl=url, Attributes={'Colour': 'red'})
        self.assert_refused(refused.InvalidMessageContents, 'InvalidMessageContents',
                            self.sqs.send_message, QueueUrl=url, MessageBody='\uffff')
        self.assert_refused(refused.ReceiptHandleIsInvalid, 'ReceiptHandleIsInvalid',
                            self.sqs.delete_message, QueueUrl=url, ReceiptHandle='none')
        self.assert_refused(refused.EmptyBatchRequest, 'AWS.SimpleQueueService.EmptyBatchRequest',
                            self.sqs.send_message_batch, QueueUrl=url, Entries=[])
        self.assert_refused(refused.TooManyEntriesInBatchRequest,
                            'AWS.SimpleQueueService.TooManyEntriesInBatchRequest', self.sqs.send_message_batch,
                            QueueUrl=url, Entries=[{'Id': str(i), 'MessageBody': 'm'} for i in range(11)])
        self.assert_refused(refused.BatchEntryIdsNotDistinct, 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
                            self.sqs.delete_message_batch, QueueUrl=url,
                            Entries=[{'Id': 'a', 'ReceiptHandle': 'x'}, {'Id': 'a', 'ReceiptHandle': 'y'}])
        self.sqs.purge_queue(QueueUrl=url)
        self.assert_refused(refused.PurgeQueueInProgress, 'AWS.SimpleQueueService.PurgeQueueInProgress',
                            self.sqs.purge_queue, QueueUrl=url)
        self.assert_refused(ClientError, 'InvalidParameterValue',
                            self.sqs.receive_message, QueueUrl=url, MaxNumberOfMessages=11)

    def test_a_presigned_url_is_a_request(self):
        identity = client('sts').generate_presigned_url('get_caller_identity', HttpMethod='GET')
        with urllib.request.urlopen(identity, timeout=60) as answer:
            self.assertIn('<Arn>arn:aws:iam::000000000000:user/admin</Arn>', answer.read().decode())
        if self.protocol() != 'query':
            # What boto3 presigns for JSON is no request: it lacks the headers and the body.
            return
        send = self.sqs.generate_presigned_url(
            'send_message', Params={'QueueUrl': self.queue(), 'MessageBody': 'by URL'}, HttpMethod='GET')
        with urllib.request.urlopen(send, timeout=60) as answer:
            self.assertIn('<MD5OfMessageBody>', answer.read().decode())

