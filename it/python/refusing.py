"""What the tests of errors have in common."""

import base64
import json
import os
import unittest
import urllib.request
import uuid

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = os.environ['PACKETBOAT_ENDPOINT']


def client(service, **keys):
    # What is wrong is for the server to tell, not for the SDK.
    config = Config(parameter_validation=False, retries={'total_max_attempts': 1})
    return boto3.client(service, endpoint_url=ENDPOINT, region_name='us-east-1', config=config, **keys)


def admin(method, path, body=None):
    request = urllib.request.Request(
        os.environ['PACKETBOAT_ADMIN_API'] + path, method=method, data=json.dumps(body).encode() if body else None)
    login = base64.b64encode(os.environ['PACKETBOAT_ADMIN_LOGIN'].encode()).decode()
    request.add_header('Authorization', 'Basic ' + login)
    request.add_header('Content-Type', 'application/json')
    with urllib.request.urlopen(request, timeout=60) as answer:
        content = answer.read()
        return json.loads(content) if content else None


class RefusalsTest(unittest.TestCase):

    def nobody(self, service):
        """A client of a user without rights."""
        user = 'nobody-' + uuid.uuid4().hex[:8]
        admin('POST', 'users', {'userName': user, 'password': uuid.uuid4().hex})
        self.addCleanup(lambda: admin('DELETE', 'users/' + user))
        key = admin('POST', 'users/' + user + '/access-keys')
        return client(
            service, aws_access_key_id=key['accessKeyId'], aws_secret_access_key=key['secretAccessKey'])

    def assert_refused(self, service, action, code, parameters):
        with self.subTest(action=action, code=code, parameters=str(parameters)[:100]):
            if not hasattr(service, action):
                self.assertIn('move_task', action)
                return
            with self.assertRaises(ClientError) as refused:
                getattr(service, action)(**parameters)
            self.assertEqual(code, refused.exception.response['Error']['Code'])
