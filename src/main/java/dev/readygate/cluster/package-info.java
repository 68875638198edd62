/** Fabric8 in both directions: caches into facts, effects into API calls. The only package that touches Deployments. */
package dev.readygate.cluster;
