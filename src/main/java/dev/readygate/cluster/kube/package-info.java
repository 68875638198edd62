/** Tools around the Kubernetes client, of use to any operator: trimmed caches, watches, patches, shares of memory. */
package dev.readygate.cluster.kube;
