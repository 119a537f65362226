<?php
/**
 * Takes everything along that the plugin kept, the secret first.
 *
 * @package Private_Meet
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

foreach ( is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array( 0 ) as $private_meet_site ) {
	if ( $private_meet_site ) {
		switch_to_blog( $private_meet_site );
	}
	delete_option( 'private_meet_secret' );
	delete_option( 'private_meet' );
	if ( $private_meet_site ) {
		restore_current_blog();
	}
}
