/**
 * Rules that the project's templates keep: least privilege, alarms, retention, quotas. Each rule
 * comes with an edit that breaks it, so that a rule that finds nothing is noticed.
 */
@NullMarked
package io.linernotes.template;

import org.jspecify.annotations.NullMarked;
