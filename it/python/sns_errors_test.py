"""Each action of SNS with each error that its documentation names and that can occur here, and without rights."""

import uuid

from refusing import RefusalsTest, client

ACCOUNT = ':us-east-1:000000000000:'
TOKEN = 'a' * 128
NO_SUBSCRIPTION = ':00000000-0000-0000-0000-000000000000'


def entries(count, **more):
    return [{'Id': 'e' + str(i), 'Message': 'm', **more} for i in range(count)]


class SnsErrorsTest(RefusalsTest):

    @classmethod
    def setUpClass(cls):
        cls.sns = client('sns')
        cls.sqs = client('sqs')
        cls.name = 'errors-' + uuid.uuid4().hex
        cls.topic = cls.sns.create_topic(Name=cls.name)['TopicArn']
        cls.fifo = cls.sns.create_topic(Name=cls.name + '.fifo', Attributes={'FifoTopic': 'true'})['TopicArn']
        cls.url = cls.sqs.create_queue(QueueName=cls.name)['QueueUrl']
        cls.queue = 'arn:aws:sqs' + ACCOUNT + cls.name
        cls.subscription = cls.sns.subscribe(
            TopicArn=cls.topic, Protocol='sqs', Endpoint=cls.queue)['SubscriptionArn']

    @classmethod
    def tearDownClass(cls):
        for topic in (cls.fifo, cls.topic):
            cls.sns.delete_topic(TopicArn=topic)
        cls.sqs.delete_queue(QueueUrl=cls.url)

    def on_a_topic(self):
        """What is right for each action that names a topic."""
        return {
            'add_permission': {'Label': 'l', 'AWSAccountId': ['111122223333'], 'ActionName': ['Publish']},
            'get_topic_attributes': {},
            'list_subscriptions_by_topic': {},
            'publish': {'Message': 'm'},
            'publish_batch': {'PublishBatchRequestEntries': entries(1)},
            'remove_permission': {'Label': 'l'},
            'set_topic_attributes': {'AttributeName': 'DisplayName', 'AttributeValue': 'd'},
            'subscribe': {'Protocol': 'sqs', 'Endpoint': self.queue},
        }

    def on_a_resource(self):
        return {
            'list_tags_for_resource': {},
            'tag_resource': {'Tags': [{'Key': 'team', 'Value': 'a'}]},
            'untag_resource': {'TagKeys': ['team']},
        }

    def on_a_subscription(self):
        return {
            'get_subscription_attributes': {},
            'set_subscription_attributes': {'AttributeName': 'RawMessageDelivery', 'AttributeValue': 'true'},
        }

    def test_no_action_is_allowed_without_rights(self):
        nobody = self.nobody('sns')
        actions = {
            'confirm_subscription': {'TopicArn': self.topic, 'Token': TOKEN},
            'create_topic': {'Name': self.name + '-other'},
            'delete_topic': {'TopicArn': self.topic},
            'list_subscriptions': {},
            'list_topics': {},
            'unsubscribe': {'SubscriptionArn': self.subscription},
        }
        for action, more in self.on_a_topic().items():
            actions[action] = {'TopicArn': self.topic, **more}
        for action, more in self.on_a_resource().items():
            actions[action] = {'ResourceArn': self.topic, **more}
        for action, more in self.on_a_subscription().items():
            actions[action] = {'SubscriptionArn': self.subscription, **more}

        self.assertEqual(19, len(actions))
        for action, parameters in actions.items():
            self.assert_refused(nobody, action, 'AuthorizationError', parameters)

    def test_what_does_not_exist(self):
        for action, more in self.on_a_topic().items():
            self.assert_refused(self.sns, action, 'NotFound', {'TopicArn': self.topic + '-missing', **more})
        self.assert_refused(self.sns, 'confirm_subscription', 'NotFound', {
            'TopicArn': self.topic + '-missing', 'Token': TOKEN})
        for action, more in self.on_a_resource().items():
            self.assert_refused(self.sns, action, 'ResourceNotFound', {
                'ResourceArn': self.topic + '-missing', **more})
        for action, more in self.on_a_subscription().items():
            self.assert_refused(self.sns, action, 'NotFound', {
                'SubscriptionArn': self.topic + NO_SUBSCRIPTION, **more})

    def test_an_arn_that_is_none_and_one_that_is_missing(self):
        for wrong in ({'TopicArn': 'prices'}, {}):
            for action, more in {'delete_topic': {}, 'confirm_subscription': {'Token': TOKEN},
                                 **self.on_a_topic()}.items():
                self.assert_refused(self.sns, action, 'InvalidParameter', {**wrong, **more})
        for wrong in ({'ResourceArn': 'prices'}, {}):
            for action, more in self.on_a_resource().items():
                self.assert_refused(self.sns, action, 'InvalidParameter', {**wrong, **more})
        for wrong in ({'SubscriptionArn': 'prices'}, {}):
            for action, more in {'unsubscribe': {}, **self.on_a_subscription()}.items():
                self.assert_refused(self.sns, action, 'InvalidParameter', {**wrong, **more})

    def test_batches(self):
        for code, batch in {
            'EmptyBatchRequest': [],
            'TooManyEntriesInBatchRequest': entries(11),
            'BatchEntryIdsNotDistinct': entries(1) * 2,
            'InvalidBatchEntryId': [{'Id': 'a b', 'Message': 'm'}],
            'BatchRequestTooLong': [{**entry, 'Message': 'x' * 200_000} for entry in entries(2)],
        }.items():
            self.assert_refused(self.sns, 'publish_batch', code, {
                'TopicArn': self.topic, 'PublishBatchRequestEntries': batch})

    def test_values_that_are_out_of_range_or_missing(self):
        for action, code, parameters in [
            ('add_permission', 'InvalidParameter', {'Label': 'l', 'ActionName': ['Publish']}),
            ('add_permission', 'InvalidParameter', {
                'Label': 'l', 'AWSAccountId': ['111122223333'], 'ActionName': ['Fly']}),
            ('confirm_subscription', 'InvalidParameter', {'Token': 'guess'}),
            ('list_subscriptions_by_topic', 'InvalidParameter', {'NextToken': '?'}),
            ('publish', 'InvalidParameter', {}),
            ('publish', 'InvalidParameter', {'Message': ''}),
            ('publish', 'InvalidParameter', {'Message': 'x' * 262_145}),
            ('publish', 'InvalidParameter', {'Message': 'm', 'Subject': 'x' * 101}),
            ('publish', 'InvalidParameter', {'Message': 'm', 'MessageStructure': 'json'}),
            ('publish', 'InvalidParameter', {'Message': '{"sqs": "m"}', 'MessageStructure': 'json'}),
            ('publish', 'InvalidParameter', {'Message': 'm', 'MessageDeduplicationId': 'd'}),
            ('publish', 'ParameterValueInvalid', {
                'Message': 'm', 'MessageAttributes': {'a': {'DataType': 'Colour', 'StringValue': 'red'}}}),
            ('set_topic_attributes', 'InvalidParameter', {'AttributeName': 'Colour', 'AttributeValue': 'red'}),
            ('set_topic_attributes', 'InvalidParameter', {
                'AttributeName': 'SignatureVersion', 'AttributeValue': '3'}),
            ('set_topic_attributes', 'InvalidParameter', {
                'AttributeName': 'Policy', 'AttributeValue': '{"Statement":"all"}'}),
            ('set_topic_attributes', 'InvalidParameter', {
                'AttributeName': 'DeliveryPolicy', 'AttributeValue': '{"http":{"colour":"red"}}'}),
            ('subscribe', 'InvalidParameter', {'Protocol': 'pigeon', 'Endpoint': 'home'}),
            ('subscribe', 'InvalidParameter', {'Protocol': 'sqs', 'Endpoint': 'orders'}),
            ('subscribe', 'InvalidParameter', {'Protocol': 'sqs', 'Endpoint': self.queue + '-missing'}),
            ('subscribe', 'InvalidParameter', {
                'Protocol': 'sqs', 'Endpoint': self.queue, 'Attributes': {'FilterPolicy': '{"a": 1}'}}),
        ]:
            self.assert_refused(self.sns, action, code, {'TopicArn': self.topic, **parameters})
        for action, code, parameters in [
            ('create_topic', 'InvalidParameter', {}),
            ('create_topic', 'InvalidParameter', {'Name': 'a b'}),
            ('create_topic', 'InvalidParameter', {'Name': 'x' * 257}),
            ('create_topic', 'InvalidParameter', {'Name': self.name, 'Attributes': {'DisplayName': 'other'}}),
            ('create_topic', 'InvalidParameter', {'Name': self.name + '-x', 'Attributes': {'Colour': 'red'}}),
            ('create_topic', 'InvalidParameter', {'Name': self.name, 'Tags': [{'Key': 'a', 'Value': 'b'}]}),
            ('list_subscriptions', 'InvalidParameter', {'NextToken': '?'}),
            ('list_topics', 'InvalidParameter', {'NextToken': '?'}),
            ('publish', 'InvalidParameter', {'TopicArn': self.fifo, 'Message': 'm'}),
            ('publish', 'InvalidParameter', {'TopicArn': self.fifo, 'Message': 'm', 'MessageGroupId': 'g'}),
            ('set_subscription_attributes', 'InvalidParameter', {
                'SubscriptionArn': self.subscription, 'AttributeName': 'Colour', 'AttributeValue': 'red'}),
            ('set_subscription_attributes', 'InvalidParameter', {
                'SubscriptionArn': self.subscription, 'AttributeName': 'FilterPolicy', 'AttributeValue': '{'}),
            ('set_subscription_attributes', 'InvalidParameter', {
                'SubscriptionArn': self.subscription, 'AttributeName': 'RedrivePolicy',
                'AttributeValue': '{"deadLetterTargetArn": "%s-missing"}' % self.queue}),
            ('subscribe', 'InvalidParameter', {
                'TopicArn': self.fifo, 'Protocol': 'https', 'Endpoint': 'https://example.org/'}),
            ('tag_resource', 'TagLimitExceeded', {
                'ResourceArn': self.topic, 'Tags': [{'Key': str(i), 'Value': ''} for i in range(51)]}),
        ]:
            self.assert_refused(self.sns, action, code, parameters)
