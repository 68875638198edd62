/** Watches the cluster, and takes the snapshot of one Deployment from the caches. */
package dev.readygate.cluster.observe;
