package dev.readygate.schedules;

record ReplicaSet(String uid, long version, long number, ModelTemplate template, int desired, int available) {
    String hash() {
        return template.hash();
    }

    ReplicaSet scaled(int wanted) {
        return new ReplicaSet(uid, version, number, template, wanted, available);
    }

    ReplicaSet numbered(long other) {
        return new ReplicaSet(uid, version, other, template, desired, available);
    }

    ReplicaSet counting(int now) {
        return new ReplicaSet(uid, version, number, template, desired, now);
    }

    ReplicaSet at(long newVersion) {
        return new ReplicaSet(uid, newVersion, number, template, desired, available);
    }
}
