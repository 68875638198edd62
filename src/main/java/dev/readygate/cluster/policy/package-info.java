/** The policies of namespaces and of the cluster, and their statuses. */
package dev.readygate.cluster.policy;
