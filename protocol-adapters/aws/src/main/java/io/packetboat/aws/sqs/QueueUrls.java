package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Call;
import io.packetboat.aws.wire.PercentCoding;
import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.QueueName;
import java.util.List;

/** The URLs that clients are told: where they reached this node, the account, the name. */
record QueueUrls(AccountId account) {

    String of(QueueName name, Call call) {
        return call.endpoint() + "/" + account + "/" + PercentCoding.encodeUrl(name.value());
    }

    List<String> of(List<QueueName> names, Call call) {
        return names.stream().map(name -> of(name, call)).toList();
    }
}
