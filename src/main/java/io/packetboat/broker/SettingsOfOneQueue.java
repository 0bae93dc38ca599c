package io.packetboat.broker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.settings.HierarchicalRepository;
import org.apache.activemq.artemis.core.settings.HierarchicalRepositoryChangeListener;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/**
 * The broker's address settings as one queue gets them: knows how to tell that queue alone of a change.
 *
 * <p>A queue keeps a copy of its settings until the repository tells it, and the repository tells all queues or none; with
 * 100,000 queues, a change for one would cost as much as all of them.
 */
final class SettingsOfOneQueue implements HierarchicalRepository<AddressSettings> {
    private final HierarchicalRepository<AddressSettings> all;
    private volatile @Nullable HierarchicalRepositoryChangeListener queue;

    SettingsOfOneQueue(HierarchicalRepository<AddressSettings> all) {
        this.all = all;
    }

    void tellQueue() {
        HierarchicalRepositoryChangeListener listener = queue;
        if (listener != null) {
            listener.onChange();
        }
    }

    @Override
    public void registerListener(HierarchicalRepositoryChangeListener listener) {
        queue = listener;
        all.registerListener(listener);
    }

    @Override
    public void unRegisterListener(HierarchicalRepositoryChangeListener listener) {
        queue = null;
        all.unRegisterListener(listener);
    }

    @Override
    public AddressSettings getMatch(String match) {
        return all.getMatch(match);
    }

    @Override
    public void disableListeners() {
        all.disableListeners();
    }

    @Override
    public void enableListeners() {
        all.enableListeners();
    }

    @Override
    public void addMatch(String match, AddressSettings value) {
        all.addMatch(match, value);
    }

    @Override
    public void addMatch(String match, AddressSettings value, boolean immutableMatch) {
        all.addMatch(match, value, immutableMatch);
    }

    @Override
    public void addMatch(String match, AddressSettings value, boolean immutableMatch, boolean notifyListeners) {
        all.addMatch(match, value, immutableMatch, notifyListeners);
    }

    @Override
    public List<AddressSettings> values() {
        return all.values();
    }

    @Override
    public void setDefault(AddressSettings defaultValue) {
        all.setDefault(defaultValue);
    }

    @Override
    public AddressSettings getDefault() {
        return all.getDefault();
    }

    @Override
    public void removeMatch(String match) {
        all.removeMatch(match);
    }

    @Override
    public void clear() {
        all.clear();
    }

    @Override
    public void swap(Set<Map.Entry<String, AddressSettings>> entries) {
        all.swap(entries);
    }

    @Override
    public void clearListeners() {
        all.clearListeners();
    }

    @Override
    public void clearCache() {
        all.clearCache();
    }

    @Override
    public int getCacheSize() {
        return all.getCacheSize();
    }

    @Override
    public boolean containsExactMatch(String match) {
        return all.containsExactMatch(match);
    }

    @Override
    public boolean containsExactWildcardMatch(String match) {
        return all.containsExactWildcardMatch(match);
    }
}
