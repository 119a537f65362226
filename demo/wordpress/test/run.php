<?php
/**
 * Checks what needs no WordPress, in plain PHP: `php demo/wordpress/test/run.php`. Prints a token for the caller to check.
 */

define( 'ABSPATH', __DIR__ );
define( 'PRIVATE_MEET_SECRET', 'a secret of thirty-two bytes, or more' );

$GLOBALS['stored'] = array();

function get_option( $name, $otherwise = false ) {
	return $GLOBALS['stored'][ $name ] ?? $otherwise;
}
function wp_salt( $scheme ) {
	return 'salt of ' . $scheme;
}
function wp_json_encode( $data, $flags = 0 ) {
	return json_encode( $data, $flags );
}
function sanitize_text_field( $text ) {
	return trim( strip_tags( $text ) );
}
function esc_url_raw( $url, $protocols ) {
	return in_array( parse_url( $url, PHP_URL_SCHEME ), $protocols, true ) ? $url : '';
}

foreach ( array( 'options', 'token', 'ticket' ) as $file ) {
	require __DIR__ . '/../private-meet/includes/' . $file . '.php';
}

function same( $expected, $actual, string $what ): void {
	if ( $expected !== $actual ) {
		fwrite( STDERR, $what . ': ' . var_export( $actual, true ) . ' instead of ' . var_export( $expected, true ) . "\n" );
		exit( 1 );
	}
}

same( '<b>Gus</b>', Private_Meet\plain_name( " <b>Gus</b>\u{202E}\n" ), 'a name that looks like markup' );
same( '', Private_Meet\plain_name( " \n " ), 'no name' );
same( '', Private_Meet\plain_name( "\xff" ), 'a name that is no text' );
same( 50, mb_strlen( Private_Meet\plain_name( str_repeat( '日', 80 ) ) ), 'a long name' );

$signature = Private_Meet\ticket_signature( 'standup', 'everyone', 7 );
same( true, Private_Meet\is_ticket( 'standup', 'everyone', 7, $signature ), 'a ticket' );
foreach ( array( array( 'board', 'everyone', 7 ), array( 'standup', 'members', 7 ), array( 'standup', 'everyone', 8 ) ) as $other ) {
	same( false, Private_Meet\is_ticket( $other[0], $other[1], $other[2], $signature ), 'another ticket' );
}
same( false, Private_Meet\is_ticket( 'standup', 'everyone', 7, '' ), 'no ticket' );

same( Private_Meet\private_id( 'guest', 'a' ), Private_Meet\private_id( 'guest', 'a' ), 'the same id' );
same( false, Private_Meet\private_id( 'guest', 'a' ) === Private_Meet\private_id( 'wp', 'a' ), 'ids of two kinds' );

same( Private_Meet\defaults()['who'], Private_Meet\sanitize_options( array( 'who' => 'all' ) )['who'], 'nobody by mistake' );
same( '', Private_Meet\sanitize_options( array( 'server' => 'javascript:alert(1)' ) )['server'], 'a hostile address' );
same( 'https://meet.example.com', Private_Meet\sanitize_options( array( 'server' => ' https://meet.example.com ' ) )['server'], 'an address' );
same( 1440, Private_Meet\sanitize_options( array( 'minutes' => '99999' ) )['minutes'], 'too long' );
same( 15, Private_Meet\sanitize_options( array( 'minutes' => array( 1 ) ) )['minutes'], 'no number' );
same( '[]', Private_Meet\sanitize_options( array( 'ice_servers' => '[]' ) )['ice_servers'], 'no servers' );
same( '', Private_Meet\sanitize_options( array( 'ice_servers' => '{"urls":1}' ) )['ice_servers'], 'no list' );
same( Private_Meet\options(), Private_Meet\defaults(), 'settings that nobody changed' );
$GLOBALS['stored']['private_meet'] = 'broken';
same( Private_Meet\options(), Private_Meet\defaults(), 'settings that somebody broke' );

echo Private_Meet\mint_token( array( 'sub' => 'user-1', 'username' => $argv[1] ?? 'Ann' ), 'standup', time() );
