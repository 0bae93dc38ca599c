"""Waiting as long as a busy machine needs."""

import time

LONG_POLL_SECONDS = 20
PATIENCE_SECONDS = 60


def until(condition):
    """Returns when the condition holds; fails when it does not come to hold."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > end:
            raise AssertionError('in vain')
        time.sleep(0.1)


def next_message(sqs, url, **more):
    """The queue's next message with all that is known of it."""
    for _ in range(6):
        for message in sqs.receive_message(
                QueueUrl=url, WaitTimeSeconds=LONG_POLL_SECONDS, AttributeNames=['All'],
                MessageAttributeNames=['All'], **more).get('Messages', []):
            return message
    raise AssertionError('no message in ' + url)
