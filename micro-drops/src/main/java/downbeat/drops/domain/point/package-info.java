/** Where bundles are collected, when, and how much of what lies there. */
@NullMarked
package downbeat.drops.domain.point;

import org.jspecify.annotations.NullMarked;
