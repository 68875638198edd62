/** What any operator needs of the client: trimmed caches, watches, patches, shares of memory. */
package dev.readygate.cluster.kube;
