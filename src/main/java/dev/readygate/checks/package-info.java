/** Pure: what all kinds of check share: the subject, the request, the finding. Each group of kinds has a folder. */
package dev.readygate.checks;
