/** Everything about a member is deleted: asked for once, and led to its end whatever happens to a node. */
@NullMarked
package downbeat.web.identity.erasure;

import org.jspecify.annotations.NullMarked;
