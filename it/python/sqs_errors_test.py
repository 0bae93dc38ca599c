"""Each action of SQS with each error that its documentation names and that can occur here, and without rights."""

import json
import unittest
import uuid

from refusing import ENDPOINT, RefusalsTest, client
from waiting import next_message

MISSING_QUEUE = 'AWS.SimpleQueueService.NonExistentQueue'
PREFIX = 'AWS.SimpleQueueService.'


def entries(count, **more):
    return [{'Id': 'e' + str(i), **more} for i in range(count)]


class SqsErrorsTest(RefusalsTest):

    @classmethod
    def setUpClass(cls):
        cls.sqs = client('sqs')
        cls.name = 'errors-' + uuid.uuid4().hex
        cls.dead = cls.sqs.create_queue(QueueName=cls.name + '-dead')['QueueUrl']
        cls.dead_arn = cls.arn_of(cls.dead)
        cls.url = cls.sqs.create_queue(QueueName=cls.name, Attributes={
            'RedrivePolicy': json.dumps({'deadLetterTargetArn': cls.dead_arn, 'maxReceiveCount': 3})})['QueueUrl']
        cls.arn = cls.arn_of(cls.url)
        cls.fifo = cls.sqs.create_queue(QueueName=cls.name + '.fifo', Attributes={'FifoQueue': 'true'})['QueueUrl']
        cls.sqs.send_message(QueueUrl=cls.url, MessageBody='held')
        cls.handle = next_message(cls.sqs, cls.url, VisibilityTimeout=3_600)['ReceiptHandle']

    @classmethod
    def tearDownClass(cls):
        for url in (cls.fifo, cls.url, cls.dead):
            cls.sqs.delete_queue(QueueUrl=url)

    @classmethod
    def arn_of(cls, url):
        return cls.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=['QueueArn'])['Attributes']['QueueArn']

    def on_a_queue(self):
        """What is right for each action that names its queue by URL."""
        one = [{'Id': 'a', 'ReceiptHandle': self.handle}]
        return {
            'add_permission': {'Label': 'l', 'AWSAccountIds': ['000000000000'], 'Actions': ['SendMessage']},
            'change_message_visibility': {'ReceiptHandle': self.handle, 'VisibilityTimeout': 3_600},
            'change_message_visibility_batch': {'Entries': [{**one[0], 'VisibilityTimeout': 3_600}]},
            'delete_message': {'ReceiptHandle': self.handle},
            'delete_message_batch': {'Entries': one},
            'delete_queue': {},
            'get_queue_attributes': {'AttributeNames': ['All']},
            'list_dead_letter_source_queues': {},
            'list_queue_tags': {},
            'purge_queue': {},
            'receive_message': {},
            'remove_permission': {'Label': 'l'},
            'send_message': {'MessageBody': 'm'},
            'send_message_batch': {'Entries': entries(1, MessageBody='m')},
            'set_queue_attributes': {'Attributes': {'DelaySeconds': '0'}},
            'tag_queue': {'Tags': {'team': 'a'}},
            'untag_queue': {'TagKeys': ['team']},
        }

    def others(self):
        """What is right for the other actions."""
        return {
            'cancel_message_move_task': {'TaskHandle': self.running_task()},
            'create_queue': {'QueueName': self.name + '-other'},
            'get_queue_url': {'QueueName': self.name},
            'list_message_move_tasks': {'SourceArn': self.dead_arn},
            'list_queues': {},
            'start_message_move_task': {'SourceArn': self.dead_arn},
        }

    def running_task(self):
        """One that goes on until it is cancelled; none where this SDK does not know them."""
        if not hasattr(self.sqs, 'start_message_move_task'):
            return ''
        for _ in range(20):
            self.sqs.send_message_batch(QueueUrl=self.dead, Entries=entries(10, MessageBody='slow'))
        handle = self.sqs.start_message_move_task(
            SourceArn=self.dead_arn, DestinationArn=self.arn, MaxNumberOfMessagesPerSecond=1)['TaskHandle']
        self.addCleanup(lambda: self.sqs.cancel_message_move_task(TaskHandle=handle))
        return handle

    def test_no_action_is_allowed_without_rights(self):
        nobody = self.nobody('sqs')

        actions = {action: {'QueueUrl': self.url, **more} for action, more in self.on_a_queue().items()}
        actions.update(self.others())
        self.assertEqual(23, len(actions))
        for action, parameters in actions.items():
            self.assert_refused(nobody, action, 'AccessDenied', parameters)

    def test_a_queue_that_does_not_exist(self):
        for action, parameters in self.on_a_queue().items():
            self.assert_refused(self.sqs, action, MISSING_QUEUE, {'QueueUrl': self.url + '-missing', **parameters})
        self.assert_refused(self.sqs, 'get_queue_url', MISSING_QUEUE, {'QueueName': self.name + '-missing'})
        for action in ('start_message_move_task', 'list_message_move_tasks'):
            self.assert_refused(
                self.sqs, action, 'ResourceNotFoundException', {'SourceArn': self.arn + '-missing'})

    def test_an_address_without_a_queue(self):
        for action, parameters in self.on_a_queue().items():
            self.assert_refused(self.sqs, action, 'InvalidAddress', {'QueueUrl': ENDPOINT + '/', **parameters})

    def test_batches(self):
        for action, more in {
            'change_message_visibility_batch': {'ReceiptHandle': self.handle, 'VisibilityTimeout': 3_600},
            'delete_message_batch': {'ReceiptHandle': 'x'},
            'send_message_batch': {'MessageBody': 'm'},
        }.items():
            for code, batch in {
                'EmptyBatchRequest': [],
                'TooManyEntriesInBatchRequest': entries(11, **more),
                'BatchEntryIdsNotDistinct': entries(1, **more) * 2,
                'InvalidBatchEntryId': [{**more, 'Id': 'a b'}],
            }.items():
                self.assert_refused(self.sqs, action, PREFIX + code, {'QueueUrl': self.url, 'Entries': batch})
        self.assert_refused(self.sqs, 'send_message_batch', PREFIX + 'BatchRequestTooLong', {
            'QueueUrl': self.url, 'Entries': entries(2, MessageBody='x' * 600_000)})

    def test_values_that_are_out_of_range_or_missing(self):
        for action, code, parameters in [
            ('add_permission', 'OverLimit', {
                'Label': 'l', 'AWSAccountIds': ['000000000000'], 'Actions': list('abcdefgh')}),
            ('add_permission', 'MissingParameter', {'Label': 'l', 'Actions': ['SendMessage']}),
            ('change_message_visibility', 'ReceiptHandleIsInvalid', {'ReceiptHandle': 'x', 'VisibilityTimeout': 1}),
            ('change_message_visibility', 'InvalidParameterValue', {
                'ReceiptHandle': self.handle, 'VisibilityTimeout': 43_201}),
            ('delete_message', 'ReceiptHandleIsInvalid', {'ReceiptHandle': 'x'}),
            ('delete_message', 'MissingParameter', {}),
            ('get_queue_attributes', 'InvalidAttributeName', {'AttributeNames': ['Colour']}),
            ('list_dead_letter_source_queues', 'InvalidParameterValue', {'MaxResults': 1_001}),
            ('receive_message', 'InvalidParameterValue', {'MaxNumberOfMessages': 0}),
            ('receive_message', 'InvalidParameterValue', {'WaitTimeSeconds': 21}),
            ('receive_message', 'InvalidParameterValue', {'VisibilityTimeout': 43_201}),
            ('receive_message', 'InvalidAttributeName', {'AttributeNames': ['Colour']}),
            ('remove_permission', 'InvalidParameterValue', {'Label': 'none'}),
            ('send_message', 'MissingParameter', {}),
            ('send_message', 'InvalidMessageContents', {'MessageBody': '\x0b'}),
            ('send_message', 'InvalidParameterValue', {'MessageBody': 'x' * 1_048_577}),
            ('send_message', 'InvalidParameterValue', {'MessageBody': 'm', 'DelaySeconds': 901}),
            ('send_message', 'InvalidParameterValue', {
                'MessageBody': 'm', 'MessageAttributes': {'a': {'DataType': 'Colour', 'StringValue': 'red'}}}),
            ('set_queue_attributes', 'InvalidAttributeName', {'Attributes': {'Colour': 'red'}}),
            ('set_queue_attributes', 'InvalidAttributeValue', {'Attributes': {'DelaySeconds': '901'}}),
            ('set_queue_attributes', 'InvalidAttributeValue', {'Attributes': {'KmsMasterKeyId': 'alias/aws/sqs'}}),
            ('set_queue_attributes', 'InvalidAttributeValue', {'Attributes': {'Policy': '{"Statement":"all"}'}}),
            ('tag_queue', 'InvalidParameterValue', {'Tags': {str(i): '' for i in range(51)}}),
            ('untag_queue', 'MissingParameter', {}),
        ]:
            self.assert_refused(self.sqs, action, code, {'QueueUrl': self.url, **parameters})
        for action, code, parameters in [
            ('create_queue', 'MissingParameter', {}),
            ('create_queue', 'InvalidParameterValue', {'QueueName': 'a b'}),
            ('create_queue', 'QueueAlreadyExists', {'QueueName': self.name, 'Attributes': {'DelaySeconds': '9'}}),
            ('create_queue', 'InvalidAttributeName', {'QueueName': 'x', 'Attributes': {'Colour': 'red'}}),
            ('create_queue', 'InvalidAttributeValue', {'QueueName': 'x', 'Attributes': {'DelaySeconds': 'x'}}),
            ('list_queues', 'InvalidParameterValue', {'MaxResults': 1_001}),
            ('send_message', 'MissingParameter', {'QueueUrl': self.fifo, 'MessageBody': 'm'}),
            ('send_message', 'InvalidParameterValue', {
                'QueueUrl': self.fifo, 'MessageBody': 'm', 'MessageGroupId': 'g'}),
        ]:
            self.assert_refused(self.sqs, action, code, parameters)

    def test_what_the_state_of_a_queue_forbids(self):
        self.assert_refused(self.sqs, 'delete_queue', PREFIX + 'UnsupportedOperation', {'QueueUrl': self.dead})
        self.sqs.purge_queue(QueueUrl=self.fifo)
        self.assert_refused(self.sqs, 'purge_queue', PREFIX + 'PurgeQueueInProgress', {'QueueUrl': self.fifo})
        self.sqs.send_message(QueueUrl=self.fifo, MessageBody='m', MessageGroupId='g', MessageDeduplicationId='1')
        released = next_message(self.sqs, self.fifo)['ReceiptHandle']
        release = {'QueueUrl': self.fifo, 'ReceiptHandle': released, 'VisibilityTimeout': 0}
        self.sqs.change_message_visibility(**release)
        self.assert_refused(self.sqs, 'change_message_visibility', PREFIX + 'MessageNotInflight', release)

    def test_move_tasks(self):
        running = self.running_task()
        for action, code, parameters in [
            ('start_message_move_task', PREFIX + 'UnsupportedOperation', {'SourceArn': self.dead_arn}),
            ('start_message_move_task', 'InvalidParameterValue', {'SourceArn': self.arn}),
            ('start_message_move_task', 'InvalidParameterValue', {'SourceArn': 'orders'}),
            ('start_message_move_task', 'MissingParameter', {}),
            ('start_message_move_task', 'InvalidParameterValue', {
                'SourceArn': self.dead_arn, 'MaxNumberOfMessagesPerSecond': 501}),
            ('start_message_move_task', 'ResourceNotFoundException', {
                'SourceArn': self.dead_arn, 'DestinationArn': self.arn + '-missing'}),
            ('list_message_move_tasks', 'InvalidParameterValue', {'SourceArn': self.dead_arn, 'MaxResults': 11}),
            ('list_message_move_tasks', 'MissingParameter', {}),
            ('cancel_message_move_task', 'ResourceNotFoundException', {'TaskHandle': running[:-8] + 'AAAAAAAA'}),
            ('cancel_message_move_task', 'MissingParameter', {}),
        ]:
            self.assert_refused(self.sqs, action, code, parameters)
