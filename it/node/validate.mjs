// What AWS's validator for Node says of messages of SNS: node validate.mjs <host of the certificate> <file>...
// The certificate comes over HTTPS; NODE_EXTRA_CA_CERTS says whom to trust.
import { readFileSync } from 'node:fs';
import MessageValidator from 'sns-validator';

const [host, ...files] = process.argv.slice(2);
const validator = new MessageValidator(new RegExp('^' + host.replaceAll('.', '\\.') + '$'));

for (const file of files) {
    const said = await new Promise((resolve) => {
        validator.validate(readFileSync(file, 'utf8'), (refused, message) => {
            resolve(refused ? refused.message : 'accepted ' + message.Type);
        });
    });
    console.log(said);
}
