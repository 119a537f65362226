<?php
/**
 * The scripts, as modules.
 *
 * @package Private_Meet
 */

namespace Private_Meet;

defined( 'ABSPATH' ) || exit;

/** Where the element comes from: the plugin's own folder, or wherever the settings say. */
function element_url(): string {
	$url = options()['script_url'];
	return '' === $url ? plugins_url( 'assets/private-meet/private-meet.js', FILE ) : $url;
}

/** Makes them known; a page that shows a meeting asks for them. */
function register_scripts(): void {
	wp_register_script( 'private-meet-element', element_url(), array(), VERSION, true );
	wp_register_script( 'private-meet-page', plugins_url( 'assets/page.js', FILE ), array( 'private-meet-element' ), VERSION, true );
	wp_register_style( 'private-meet', plugins_url( 'assets/page.css', FILE ), array(), VERSION );
}
add_action( 'init', __NAMESPACE__ . '\\register_scripts', 5 );

/** WordPress before 6.5 knows no modules: its tag becomes one. */
function as_module( string $tag, string $handle ): string {
	if ( 'private-meet-element' !== $handle && 'private-meet-page' !== $handle ) {
		return $tag;
	}
	return (string) preg_replace( '/<script\b(?:\s+type=([\'"])[^\'"]*\1)?(?=[^>]*\ssrc=)/', '<script type="module"', $tag );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\as_module', 10, 2 );
