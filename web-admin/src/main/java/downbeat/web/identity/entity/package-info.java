/** Accounts as entities of the cluster, and their plural client. */
@NullMarked
package downbeat.web.identity.entity;

import org.jspecify.annotations.NullMarked;
