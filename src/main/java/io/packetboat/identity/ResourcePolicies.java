package io.packetboat.identity;

import io.packetboat.kernel.Arn;
import io.packetboat.policy.Permission;
import io.packetboat.policy.RequestContext;
import io.packetboat.policy.ResourcePolicy;
import io.packetboat.policy.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The policies of resources, by the resource. Safe for any number of threads. */
final class ResourcePolicies {
    private final Map<Arn, ResourcePolicy> policies = new ConcurrentHashMap<>();

    /** Tells whether that changed anything. */
    boolean put(Arn resource, Optional<ResourcePolicy> policy) {
        Optional<ResourcePolicy> former = Optional.ofNullable(
                policy.isPresent() ? policies.put(resource, policy.get()) : policies.remove(resource));
        return !former.equals(policy);
    }

    /** The policies of what is asked for; several only for the broker's wildcard addresses. */
    List<ResourcePolicy> concerning(Permission wanted) {
        // Asked for each message, and most nodes have none.
        if (policies.isEmpty()) {
            return List.of();
        }
        if (!wanted.wildcard()) {
            return Optional.ofNullable(policies.get(wanted.resource())).stream().toList();
        }
        return policies.entrySet().stream()
                .filter(entry -> wanted.touches(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What they say; a single resource's Allow is no word on the others that a wildcard reaches. */
    Verdict decide(Permission wanted, RequestContext context) {
        Verdict verdict = Verdict.SILENT;
        for (ResourcePolicy policy : concerning(wanted)) {
            verdict = verdict.and(policy.decide(wanted, context));
        }
        return wanted.wildcard() && verdict == Verdict.ALLOWED ? Verdict.SILENT : verdict;
    }
}
