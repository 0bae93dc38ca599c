"""Waiting as long as a busy machine needs."""

LONG_POLL_SECONDS = 20


def next_message(sqs, url, **more):
    """The queue's next message with all that is known of it."""
    for _ in range(6):
        for message in sqs.receive_message(
                QueueUrl=url, WaitTimeSeconds=LONG_POLL_SECONDS, AttributeNames=['All'],
                MessageAttributeNames=['All'], **more).get('Messages', []):
            return message
    raise AssertionError('no message in ' + url)
