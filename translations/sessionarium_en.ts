<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Arguments</name>
    <message>
        <source>Watch what becomes of login sessions when one web server turns into many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a picture of the window in this file (PNG) and show nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the picture, such as 1600x1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: ko or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the picture, such as 6s or 500ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scenario file, a lesson&apos;s id, or an exported timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one scenario can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option %1 does not take &quot;%2&quot;. Allowed: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time such as 10s, 500ms or 20us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the picture shows: main, events, welcome or presenter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>There is no server yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places in use (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for sessions (bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy and no store has been sent anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages sent so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sent so far (bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All requests so far: 50%, 95% and 99% ended within this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request has finished yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users who believe that they are signed in (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no user yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished requests so far, by outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load and queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions and memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies and store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places in use (%), mean of the last %1</source>
        <extracomment>%1 is a duration: &quot;1.0 s&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>All lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One request forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One request back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous step of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not go any faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not go any slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is played like this already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run without sharing sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run with sticky sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run with session clustering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run with a session storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 … 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the previous part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details and causes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are shown already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presenter mode, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less motion, or as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean or English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not get any larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not get any smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1 … Ctrl+9, Ctrl+0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presenter mode: count a hand, take one back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presenter mode: vote a second time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B or .</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presenter mode: black picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the stage, after F6: from node to node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the node, or why it came to this mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the drawer, put out the lights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the run first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a recording. It can only be looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is modelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the lesson of last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lesson was begun yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This branch is needed and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the branches, after F6: play one, delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one course only. Acting in the past begins another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom the stage or the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the timeline or the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no hit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline without search and filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows everything already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom timeline in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole run is shown already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom timeline out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole run on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline in linear time, or as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the stage or the timeline, after F6: move what is in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the timeline, after F6: from mark to mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The timeline is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has these cookies already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pin leads there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This browser has no session cookie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store does not hold its session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This browser has no cookie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This browser has no pin cookie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions are not sticky here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the servers find each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It knows all the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server that was added has the weight of the one before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A replica only repeats what its store does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no user&apos;s session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a load balancer no second server is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All its connections are cut already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut into two sides…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore all connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: log out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: read without logging in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: open another tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: copy the cookies to another browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: delete the session cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: delete the pin cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: send an unknown id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: change the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: move the pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: delete the session in the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User: reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: slow down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: begin or end a drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: change the capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: let it hang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: cut the power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: add to the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: change the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store: crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store: restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store: cut the power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store: cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store: reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store: delete a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store: another kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a user first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a server first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a store first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This means nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store: shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back, revert, cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do again, repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference, diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>home, welcome, start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new, blank, sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load, import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep, store, disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>download, picture, image, PNG, PDF, CSV, JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset, restart, from the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper, PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit, close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start, stop, resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed, slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command palette, search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inspector, properties, why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full screen, projector, slides, class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark mode, night, colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>animation, accessibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translation, English, 한국어</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font size, zoom, magnify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font size, zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font size, reset zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter, look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manual, shortcuts, keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terms, dictionary, words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about, license, GPL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lanes, sequence diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table, log, list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>graphs, statistics, diagrams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the charts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntityRows</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its session is at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved by hand to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-ins and writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They wait here and are lost if the process dies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers to be confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetching sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balancer thinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter of its health checks: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In service</source>
        <extracomment>%1 requests are being served, %2 could be at the same time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <extracomment>%1 requests wait, %2 could.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time for a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <extracomment>%1 is the size of an empty session, %2 that of a write in it: &quot;512 B&quot;, &quot;256 B&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on disk yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left after a kill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left after a power cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes back with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers turn to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought up</source>
        <extracomment>%1 servers are thought up, of %2.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pins moved by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin of %1</source>
        <extracomment>Where a user&apos;s pin cookie leads: %1 is the user, the value a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, by an assumption: each session %1, each write in it %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step through the run and watch where each session lives. Click a user or a server to see what it knows; the right button or the menu key shows what can be done to it. Acting in the past begins a new branch, and the old course stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A term of the glossary: %1 in this language, %2 in the other one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is modelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything on the screen is computed by a model; nothing is a film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a build of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LGPL version 3 or GPL version 3; Qt Charts GPL version 3 alone. © The Qt Company Ltd. and other contributors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIT licence; its text stands below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BSD licence with three clauses, in the command line program; its text stands below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIL Open Font License 1.1. The font is the system&apos;s and no part of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanesView</name>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonWords</name>
    <message>
        <source>the lesson&apos;s own run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n not answered yet</source>
        <extracomment>%1 is a line of counts: &quot;2 fine · 1 logged out&quot;; then how many requests have no answer yet.</extracomment>
        <translation>
            <numerusform>%1 · %n not answered yet</numerusform>
            <numerusform>%1 · %n not answered yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PossibleAction</name>
    <message>
        <source>End the drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another network (%1)</source>
        <extracomment>Where a user goes with a phone; %1 is the address there.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As %1 (%2)</source>
        <extracomment>The user gets the address of another, as behind one router: %1 is the other, %2 the address.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As set up (%1 per request)</source>
        <extracomment>How long a server takes for a request: %1 is the time, &quot;30 ms&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per request</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) at a time</source>
        <translation>
            <numerusform>%n request at a time</numerusform>
            <numerusform>%n requests at a time</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A session to be deleted: %1 is its user, %2 its label. &quot;Minji (A1)&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut into two sides…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore all connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sessions are shared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PredictionContent</name>
    <message>
        <source>In the run played now: %1</source>
        <extracomment>%1 is a line of counts: &quot;2 fine · 1 logged out&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not decided yet. So far: %1</source>
        <extracomment>%1 is a line of counts: &quot;2 fine · 1 logged out · 1 not answered yet&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these this time. What happened: %1</source>
        <extracomment>%1 is a line of counts: &quot;2 fine · 1 logged out&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked about: %1</source>
        <extracomment>%1 tells a run: &quot;the lesson&apos;s own run&quot;, &quot;Sticky · Server 2: Crash&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintPages</name>
    <message>
        <source>Sessions: %1 · at %2 · branch: %3</source>
        <extracomment>Below the title of a printed page: %1 is how sessions are shared, %2 a moment of the run, %3 the branch&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageHints</name>
    <message>
        <source>a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a health check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sign of life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all sessions at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session to be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session to be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change for the replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change of a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way: %1, %2 → %3.</source>
        <extracomment>A message on its way: %1 is what it is (&quot;a request&quot;), %2 who sent it, %3 who gets it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way: an error as the answer, %1 → %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets lost on the way: %1, %2 → %3.</source>
        <extracomment>A message that gets lost: %1 is what it is (&quot;a request&quot;), %2 who sent it, %3 who does not get it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more session(s) here</source>
        <translation>
            <numerusform>%n more session here</numerusform>
            <numerusform>%n more sessions here</numerusform>
        </translation>
    </message>
    <message>
        <source>Session %1, %2, at %3: the copy in charge. Answers come from it.</source>
        <extracomment>%1 is the label of a session (A1), %2 its version (v3), %3 the name of a server or a store.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1, %2, at %3: a copy, as new as the one in charge.</source>
        <extracomment>%1 is the label of a session (A1), %2 its version (v3), %3 the name of a server or a store.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1 is not at %2.</source>
        <extracomment>%1 is the label of a session (A1), %2 the name of a server or a store.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1, %2, at %3: a stale copy. The one in charge is %4, at %5.</source>
        <extracomment>%1 is the label of a session (A1), %2 an old version (v1), %3 the name of a server, %4 the version in charge (v3), %5 the name of the server that has it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1, %2, at %3: a stale copy.</source>
        <extracomment>%1 is the label of a session (A1), %2 an old version (v1), %3 the name of a server or a store.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned: requests of %1 go to %2.</source>
        <extracomment>%1 is the name of a user, %2 that of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned: requests of %1 would go to %2, which is down.</source>
        <extracomment>%1 is the name of a user, %2 that of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By address: requests of %1 go to %2.</source>
        <extracomment>%1 is the name of a user, %2 that of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pin: the newest request of %1 went to %2.</source>
        <extracomment>%1 is the name of a user, %2 that of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut: nothing gets through between %1 and %2.</source>
        <extracomment>%1 and %2 are names of servers, stores or the balancer.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line: %1 – %2</source>
        <extracomment>A line on the stage between two that talk to each other.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps its sessions at %2.</source>
        <extracomment>%1 is the name of a server, %2 that of a store.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its cookie names session %1.</source>
        <extracomment>%1 is the label of a session (A1).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no session cookie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its screen still says so; the session is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In truth: %1.</source>
        <extracomment>%1 is how things are, against what is believed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tab(s) with the same cookies.</source>
        <translation>
            <numerusform>%n tab with its cookies.</numerusform>
            <numerusform>%n tabs with the same cookies.</numerusform>
        </translation>
    </message>
    <message>
        <source>In service %1 of %2, waiting %3</source>
        <extracomment>%1 requests are being served, %2 could be at once, %3 wait.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait here to be sent to others.</source>
        <translation>
            <numerusform>%n change waits here to be sent to others.</numerusform>
            <numerusform>%n changes wait here to be sent to others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait for others to confirm.</source>
        <translation>
            <numerusform>%n answer waits for others to confirm.</numerusform>
            <numerusform>%n answers wait for others to confirm.</numerusform>
        </translation>
    </message>
    <message>
        <source>It passes each request on to one of the servers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageScene</name>
    <message>
        <source>not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees: signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logged out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1</source>
        <extracomment>%1 is the name of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 broke</source>
        <extracomment>%1 is the name of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no session %2</source>
        <extracomment>%1 is the name of a server, %2 the label of a session (A1).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 has no session %3</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server, %3 the label of a session (A1).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · No server is available</source>
        <extracomment>%1 is an HTTP status.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · No connection to %2</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · The connection to %2 broke</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · The queue of %2 is full</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · Answer of %2</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why? Show the causes →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thought down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · The server does not answer</source>
        <extracomment>%1 is an HTTP status.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 cannot reach the store</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · The session ended meanwhile</source>
        <extracomment>%1 is an HTTP status.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not so in truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process is gone, and with it all that was in its memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its host has no power: nobody answers, not even with a refusal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes connections and answers nothing until it is restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes no connections before it has the others&apos; sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could serve, but the balancer believes that it is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It still serves whom a pin sends there, and nobody new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <extracomment>%1 is a duration.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request takes it %1 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes requests and answers them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thought up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balancer sends it requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balancer sends it no requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process is gone; only what is on its disk comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its host has no power; only what was flushed to its disk comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It copies the primary and takes over when that stays away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All servers keep their sessions here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was the replica and took over: servers turn to it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers keep their sessions here; it passes changes on to the replica.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n on disk</source>
        <translation>
            <numerusform>%n on disk</numerusform>
            <numerusform>%n on disk</numerusform>
        </translation>
    </message>
    <message>
        <source>memory only</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not on disk</source>
        <translation>
            <numerusform>%n not on disk</numerusform>
            <numerusform>%n not on disk</numerusform>
        </translation>
    </message>
    <message>
        <source>all on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session is still there</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tab(s)</source>
        <translation>
            <numerusform>%n tab</numerusform>
            <numerusform>%n tabs</numerusform>
        </translation>
    </message>
    <message>
        <source>in truth: %1</source>
        <extracomment>Seen as the balancer believes it; %1 is how the server is: &quot;down&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>%1: no mistakes found.</source>
        <extracomment>%1 is a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard output could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There may be more problems; these are the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: %1. Found: %2.</source>
        <extracomment>%1 is a statement such as /outcomes/fine == 3, %2 a value</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: %1. The summary has no %2.</source>
        <extracomment>%1 is a statement such as /outcomes/fine == 3, %2 a path into the summary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is cut: the limit of records is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>Column: the number of a lesson in the course</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 needs a whole number: %2.</source>
        <extracomment>%1 is an option such as --seed, %2 what was typed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no policy %1. There is: %2.</source>
        <extracomment>%1 is what was typed, %2 a list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 needs a duration such as 10s, 500ms or 20us: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 needs PATH=VALUE with a path such as /servers/0/capacity: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value in %1 is no JSON; texts stand in double quotes, as in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no export format %1. There is: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file name behind the colon is missing: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard output takes either --json or one export; name a file for the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard output takes one export only; name files for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two exports cannot go into the same file: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 needs POINTER OPERATOR VALUE, as in %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no language %1. There is: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 needs a number from 1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the built-in lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the list as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute a scenario or a lesson, and sum it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scenario file, or the id of a lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for mistakes in a scenario or timeline file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scenario file, or a timeline (.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read an exported timeline, judge it and sum it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A timeline as JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the summary as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help: sessionarium-cli --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing: %1 %</source>
        <extracomment>Progress of a computation; %1 is a number from 0 to 100</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither a file nor a lesson. Lessons: %2.</source>
        <extracomment>%1 is what was typed, %2 a list of lessons</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The argument %1 is missing.</source>
        <extracomment>%1 is an argument&apos;s name such as SCENARIO</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 has too many values; give it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessionarium: what becomes of login sessions when one web server turns into many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 the input was refused, 2 wrong usage, 3 an expectation did not hold, 4 output could not be written, 130 interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of all messages; else that of the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session policy in place of the file&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of all random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run earlier: 10s, 500ms, 20us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace a value of the scenario; may repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the timeline; without FILE to standard output; may repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin CSV with a byte order mark, for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most records to keep; the run is cut there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit with 3 unless it holds, as in &apos;/outcomes/logged_out == 0&apos;; may repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <extracomment>%1 is what was typed in place of a command</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print no summary and no progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 takes at most %2: %3.</source>
        <extracomment>%1 is an option such as --seed, %2 the greatest number for it, %3 what was typed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export would take the place of the file that is read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User, request</source>
        <extracomment>Column of the table of events: the user, and the number of the request</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, slow</source>
        <extracomment>An outcome, as &quot;fine&quot;, that took long</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::branches::BranchDelegate</name>
    <message>
        <source>Name of the branch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::branches::BranchesModel</name>
    <message>
        <source>%1, is played</source>
        <extracomment>A branch of the run, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::branches::BranchesPanel</name>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play this branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::branches::Comparison</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference up to the question that waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They do not differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: to %2</source>
        <extracomment>Leads to the moment %2 of the branch %1.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::charts::ChartChooser</name>
    <message>
        <source>Choice of the chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::charts::ChartPaneItem</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>At the end of a chart&apos;s labels: so many lines have no label, for lack of room.</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::charts::ChartsView</name>
    <message>
        <source>Computing… %1%</source>
        <extracomment>The figures of the charts are being computed; %1 is how much of that is done: &quot;45&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart was copied as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save chart as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy chart as picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::commands::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command has this name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::events::EventsModel</name>
    <message>
        <source>At the playhead: %1</source>
        <extracomment>For screen readers: %1 is a row of the table of events</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::events::EventsView</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching… %1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n found</source>
        <translation>
            <numerusform>Stopped: %n found</numerusform>
            <numerusform>Stopped: %n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has happened yet. Step or play on: every event appears here as it happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing up to the playhead matches. Look for something else, or show all events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many to copy: export them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n copied</source>
        <translation>
            <numerusform>%n copied</numerusform>
            <numerusform>%n copied</numerusform>
        </translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only: %1</source>
        <extracomment>%1 is a place, a user or a kind of event: the table then shows only those</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::events::FilterBar</name>
    <message>
        <source>All users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::exporting::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The whole branch that is played, %n record(s).</source>
        <translation>
            <numerusform>The whole branch that is played, %n record.</numerusform>
            <numerusform>The whole branch that is played, %n records.</numerusform>
        </translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a byte order mark, for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of the events, one line each; for spreadsheets and scripts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything, to be opened here again or to be read by other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests, service and messages on one time axis; for Perfetto (ui.perfetto.dev).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sequence diagram as text, for pages that draw Mermaid. A long run is cut, and says where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lanes as a picture, for slides and documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stands at the playhead, at %1.</source>
        <extracomment>%1 is a moment of the run.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data hold the answer: they can be exported once the question is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: there already, it will be replaced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::exporting::PictureOptions</name>
    <message>
        <source>Shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::help::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the help fits this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Found: %n</source>
        <translation>
            <numerusform>Found: %n</numerusform>
            <numerusform>Found: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::inspector::CauseStep</name>
    <message>
        <source>%1. %2: %3</source>
        <extracomment>A numbered sentence: %1 its number, %2 its time, %3 the sentence.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::inspector::InspectorPanel</name>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a user or a server to see what it knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::inspector::SessionTable</name>
    <message>
        <source>%1 %2, %3, expires in %4</source>
        <extracomment>A session in a server&apos;s memory: %1 its label, %2 its version, %3 its user, %4 the time until it expires.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, stale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::inspector::SidesDialog</name>
    <message>
        <source>Cut into two sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message gets from one side to the other until you reconnect them. Who is on no side still reaches both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put somebody on each side.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::inspector::WhyPanel</name>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When an answer is not what it should be, its causes stand here. A click on a mark of the timeline asks about any request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::lesson::LessonPanel</name>
    <message>
        <source>Show me without choosing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>Where one is in a lesson: %1 is the step, %2 the number of steps.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In practice: %1</source>
        <extracomment>%1: where the subject of the lesson is met outside the classroom.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose with the keys %1, or</source>
        <extracomment>%1 are the digits of the options: &quot;1 2 3&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the lesson&apos;s run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson tells of its own run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson tells of its own run. Played now: %1.</source>
        <extracomment>%1: what somebody changed in the run, in a few words: &quot;Sticky · Server 2: Crash&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes for the speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the lesson over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes for the speaker: they may tell the answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::lesson::PredictionCard</name>
    <message>
        <source>Make a prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction and outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>%1 is the digit that chooses the option, %2 its text.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what happened</source>
        <extracomment>%1 is the text of an option.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: your guess, refuted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: your guess</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::lesson::VoteCounter</name>
    <message>
        <source>Count no hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote again after a discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hand less for %1</source>
        <extracomment>%1 is the digit of an answer.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hand more for %1</source>
        <extracomment>%1 is the digit of an answer.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::lesson::Votes</name>
    <message>
        <source>Hands: %1</source>
        <extracomment>Hands raised for an answer: %1 is a number, or two of them: &quot;12 → 20&quot;, before and after a discussion.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::presenter::LargeStage</name>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <extracomment>A projected stage does not show everybody: %1 is how many more there are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::presenter::PresenterView</name>
    <message>
        <source>Played now: %1</source>
        <extracomment>A class looks at another run than the lesson&apos;s own; %1: what differs: &quot;Sticky · Server 2: Crash&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson is over · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Down ▸ next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Down ▸ play the step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::presenter::QuestionCard</name>
    <message>
        <source>%1: what happened</source>
        <extracomment>%1 is the text of an option.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hands up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next ▸ close the vote and run</source>
        <extracomment>What the clicker&apos;s one button does while a class is asked.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::printing::PrintDialog</name>
    <message>
        <source>%1 could not be written.</source>
        <extracomment>%1 is the path of a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the picture at the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage and timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer was found. The pages can be saved as a PDF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take the pages. They can be saved as a PDF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::printing::PrintPreview</name>
    <message numerus="yes">
        <source>Preview, %n page(s)</source>
        <translation>
            <numerusform>Preview, %n page</numerusform>
            <numerusform>Preview, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::stage::StageTools</name>
    <message>
        <source>Fit (%1%)</source>
        <extracomment>A button of the zoomed stage: back to all of it; %1 is the zoom in per cent.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole stage (Ctrl+0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As believed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what the balancer thinks of the servers and what the browsers show, instead of what is. Differences are marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add or change</source>
        <extracomment>A button of the stage: a menu of what can be added and changed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add users and servers, cut connections, choose how sessions are shared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::stage::StageView</name>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::timelineview::LanesBar</name>
    <message>
        <source>All users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, and show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds</source>
        <extracomment>A button for the kinds of messages that are shown: %1 of four.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::timelineview::LanesPanel</name>
    <message>
        <source>Searching… %1%</source>
        <extracomment>%1 is how much was looked at: &quot;45&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search and filter the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom timeline out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole run on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom timeline in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time on the axis passes evenly. Back to the axis on which every message can be followed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::timelineview::LanesView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s) folded · show all</source>
        <translation>
            <numerusform>%n lane folded · show all</numerusform>
            <numerusform>%n lanes folded · show all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) folded · show all</source>
        <translation>
            <numerusform>%n user folded · show all</numerusform>
            <numerusform>%n users folded · show all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more here)</source>
        <extracomment>Marks of the timeline that would overlap: %1 tells of the one that is shown.</extracomment>
        <translation>
            <numerusform>%1 (and %n more here)</numerusform>
            <numerusform>%1 (and %n more here)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing up to the playhead matches the filter.</source>
        <extracomment>In place of the lanes.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 · %3</source>
        <extracomment>A mark of the timeline: %1 is a user, %2 an outcome, %3 a moment.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::timelineview::ScrubBar</name>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::welcome::FirstMinute</name>
    <message>
        <source>Answers so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One minute to begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click or the keys 1 2 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start lesson %1</source>
        <extracomment>%1 is the number of the first lesson.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build my own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::welcome::LessonGrid</name>
    <message>
        <source>Lesson %1</source>
        <extracomment>The number of a lesson.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <extracomment>How long a lesson takes.</extracomment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::welcome::ResultRow</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a run, %2 what came of its requests: &quot;Before: logged out, fine&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::welcome::WelcomePage</name>
    <message>
        <source>What becomes of a log-in when one server turns into many?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with lesson %1, step %2</source>
        <extracomment>%1 is the number of a lesson, %2 that of one of its steps.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::BottomPanel</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done otherwise stays: choose which course is played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on once you have answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View of the run</source>
        <extracomment>What the tabs below the stage are together, for assistive technology: timeline, charts, events.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::MainWindow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios and timelines (*.json *.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not possible here.</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was changed and is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening… %1%</source>
        <extracomment>A file or a lesson is being read; %1 is how much of that is done: &quot;45&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing… %1%</source>
        <extracomment>A run is being computed; %1 is how much of it is done: &quot;45&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now playing: %1.</source>
        <extracomment>%1 is what was tried: &quot;Five servers&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you do cannot be kept safe from a crash. Save it to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last run was not saved: %1 (%2)</source>
        <extracomment>%1 is the name of a run or of its file, %2 a date with a time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was set aside: %1</source>
        <extracomment>%1 is the path of a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run that was not saved cannot be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted: %1. Ctrl+Z brings it back.</source>
        <extracomment>%1 is the name of a branch.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has changed this file since it was opened: %1</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::MessageBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::PolicySwitch</name>
    <message>
        <source>How sessions are shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clustering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::TopBar</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded timeline · %1</source>
        <extracomment>%1 is the name of the scenario that an exported timeline came from.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <extracomment>%1 is the number of the lesson.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson %1 · %2</source>
        <extracomment>%1 is the number of the lesson, %2 its title, a question.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presenter mode (F5)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::TransportBar</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details and causes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::WorkPage</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the question first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details and causes</source>
        <extracomment>What the tabs of the drawer are together, for assistive technology.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>Session %1 is in the memory of %2 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1 is in the memory of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 logs in at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 logs out at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is told by %2 that it is stored: %3.</source>
        <extracomment>%1 a user, %2 a server, %3 what was put in: &quot;apple&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is shown by %2: %3.</source>
        <extracomment>%1 a user, %2 a server, %3 what was put in: &quot;apple&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer %1: on to the login page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer %1: an error page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) gone with it.</source>
        <translation>
            <numerusform>%n session gone with it.</numerusform>
            <numerusform>%n sessions gone with it.</numerusform>
        </translation>
    </message>
    <message>
        <source>The %1 was confirmed and still exists; this answer does not know it.</source>
        <extracomment>%1 is what was confirmed: &quot;log-in&quot;, &quot;apple&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 was shown before and still exists; this answer does not know it.</source>
        <extracomment>%1 is what was shown before: &quot;log-in&quot;, &quot;apple&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later write of the same user shows, the earlier %1 does not.</source>
        <extracomment>%1 is what was written earlier: &quot;apple&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A write made after seeing the %1 shows without it.</source>
        <extracomment>%1 is what was read: &quot;apple&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 that was confirmed is nowhere any more.</source>
        <extracomment>%1 is what was confirmed: &quot;log-in&quot;, &quot;apple&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proper answer came in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How did %1 get this answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why was %1 logged out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why did %1 see an old value?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why did something vanish that %1 had stored?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why did %1 see an error?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why was the revoked session of %1 accepted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken: %1</source>
        <extracomment>%1 is one or more guarantees: &quot;durability&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Why? Show the %n cause(s)</source>
        <translation>
            <numerusform>Why? Show the cause</numerusform>
            <numerusform>Why? Show the %n causes</numerusform>
        </translation>
    </message>
    <message>
        <source>Load balancer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server %1</source>
        <extracomment>The name of a server; %1 is its number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User %1</source>
        <extracomment>The name of a user; %1 is a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student %1</source>
        <extracomment>The name of one of many users; %1 is a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>milk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pencil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <extracomment>Noun: a request that reads</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write</source>
        <extracomment>Noun: a request that writes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>login page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <extracomment>Button: send a request that reads</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <extracomment>Button: send a request that puts something into the session</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the session cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send an unknown id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cookie pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round robin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy</source>
        <extracomment>State of a server</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <extracomment>State of a server</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balancer</source>
        <extracomment>Short for load balancer, where there is little room</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large: %1 bytes; at most %2 bytes are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON. Found: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nested too deeply; at most %1 levels are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “%1” stands here twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no such file: “format” is missing; needed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another format: %1; needed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version that this program does not read: %1; it reads: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “%1”. Fields here: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “%1” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong type: %1; needed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a whole number: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of range: %1; allowed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed here: “%1”. Allowed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an id: “%1”. Allowed: lower-case letters, digits and hyphens, 1 to 64 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id “%1” is taken already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing called “%1”. There is: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many: %1; at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few: %1; at least %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” and “%2” cannot stand together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” leads back to itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time %1 is not after the one before it, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time %1 µs lies outside the run, which lasts %2 µs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scenario value at “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is cut off: its last line is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a record of a timeline: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has %1 records; its last line says %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records were changed: their fingerprint is %1; the last line says %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written (%1).</source>
        <extracomment>%1 is the reason as the operating system words it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 spreads the requests from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 joins; it serves %n request(s) at a time.</source>
        <translation>
            <numerusform>%1 joins; it serves %n request at a time.</numerusform>
            <numerusform>%1 joins; it serves %n requests at a time.</numerusform>
        </translation>
    </message>
    <message>
        <source>User action: %1 logs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User action: %1 opens the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User action: %1 stores something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User action: %1 logs out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User action: %1 sends an id that no server issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: crash %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: restart %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: add a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible here, nothing happens: %1.</source>
        <extracomment>%1 is the name of an action, as on its button</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request carries no session cookie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request carries session %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gets lost on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <extracomment>%1 is a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chooses %2: its turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 follows the pin to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ignores the pin to %3, which is down, and chooses %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot connect to %3 and chooses %2 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot connect to %2: refused (attempt %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot connect to %2: no answer (attempt %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next attempt in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection from %1 to %2 breaks before the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers %2 itself: there is no server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers %2 itself: the server cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers %2 itself: the server broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers %2 at once: its queue is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The request waits at %1; %n in the queue.</source>
        <translation>
            <numerusform>The request waits at %1; %n in the queue.</numerusform>
            <numerusform>The request waits at %1; %n in the queue.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 starts to serve the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has served the request: %2.</source>
        <extracomment>%2 is an HTTP status</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes session %2 for %3.</source>
        <extracomment>%2 is a session&apos;s label such as A1, %3 a user</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 finds session %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no session %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 drops session %2: expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 writes into session %2: %3.</source>
        <extracomment>%2 is a session&apos;s label, %3 what is put in: &quot;log-in&quot;, &quot;apple&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser of %1 keeps cookie %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser of %1 deletes cookie %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sees an error: %2.</source>
        <extracomment>%2 is an HTTP status</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gets %2 and is recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gets %2: a stranger to the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gets %2 and is sent to the login page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gets %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gives up: no connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gives up: the connection broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gives up: no answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes down, and all that was in its memory is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs again, with empty memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is cut here: the limit of records is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks to log in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks to put into the %2: %3.</source>
        <extracomment>%2 is an attribute such as &quot;cart&quot;, %3 what is put in: &quot;apple&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks to log out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for the login page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request goes on from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response goes from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cookie kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cookie deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (and %2 unfinished)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Availability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session availability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median %1, p95 %2, p99 %3, longest %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarantees broken (requests)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more user(s)</source>
        <translation>
            <numerusform>and %n more user</numerusform>
            <numerusform>and %n more users</numerusform>
        </translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A moment of the run: %1 is seconds with two decimals</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logged out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted after revocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read your writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monotonic reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monotonic writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes follow reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>durability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>availability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I stored, I can read next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I have seen never goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My writes apply everywhere in my order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I wrote after reading never shows up before what I read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was confirmed survives failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request gets a proper answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: whole</source>
        <extracomment>Tooltip of a lamp; %1 is a guarantee such as &quot;durability&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: broken at %2</source>
        <extracomment>Tooltip of a lamp; %1 is a guarantee such as &quot;durability&quot;, %2 a time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fine</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 logged out</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stale</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lost update(s)</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation>
            <numerusform>%n lost update</numerusform>
            <numerusform>%n lost updates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 accepted after revocation</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>availability %1</source>
        <extracomment>End of a line of counts; %1 is a percentage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, but slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3 (no answer)</source>
        <extracomment>%1 a user, %2 what was asked for (log-in, read …), %3 the outcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3 (%4)</source>
        <extracomment>%1 a user, %2 what was asked for (log-in, read …), %3 the outcome, %4 the HTTP status</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed here: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a record of a timeline: %1. Allowed: %2.</source>
        <extracomment>%1 is a field of the format, %2 what may stand in it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What somebody did: %1 is a server or a user, %2 an action of the menu. &quot;Server 2: Crash&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <comment>what differs in a run</comment>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
    <message>
        <source>other values</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more action(s)</source>
        <translation>
            <numerusform>%n more action</numerusform>
            <numerusform>%n more actions</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut here: what comes after %1 is left out.</source>
        <extracomment>In an exported picture; %1 is a time such as 00:12.400</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more lane(s) not shown</source>
        <extracomment>In an exported picture</extracomment>
        <translation>
            <numerusform>%n more lane not shown</numerusform>
            <numerusform>%n more lanes not shown</numerusform>
        </translation>
    </message>
    <message>
        <source>other message</source>
        <extracomment>Legend of an exported picture: any message that is no request and no response</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost or failed</source>
        <extracomment>Legend of an exported picture: a message that was lost, or a connection that failed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortened pause</source>
        <extracomment>Legend of an exported picture: an idle span of time that is drawn shorter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection refused</source>
        <extracomment>On an arrow of a diagram</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <extracomment>On an arrow of a diagram</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read without logging in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it hang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crash the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User action: %1 deletes a cookie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User action: %1 opens the page without the session cookie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User action: %1 gets another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User action: %1 opens another tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User action: cookies are copied into the browser of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: slow down %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: cut the power of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: cut the connection of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: restore the connection of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: move a pinned user to another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: remove %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: change the capacity of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: add a user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: delete a session in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy waits in %1, and dies with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy is on its way, whatever becomes of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy waits in %1 to be applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy is on the disk of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had not left when the request came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had arrived, but was not applied when the request came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From then on it was told of no change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failed check(s) led to that.</source>
        <translation>
            <numerusform>%n failed check led to that.</numerusform>
            <numerusform>%n failed checks led to that.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 loses power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leaves for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <extracomment>%1 is a kind of message such as &quot;replication: change&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hangs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session refreshed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session id changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replication waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log flushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Became a replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store switched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>health check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replication: new session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replication: change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replication: last use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replication: end of a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replication: new session id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initial synchronisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replication: whole session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replication: session’s place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replication: confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store: load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store: save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store: delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store: reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pin by source IP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hung</source>
        <extracomment>State of a server</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no power</source>
        <extracomment>State of a server</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>What of a store outlives it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log, flushed each second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything (disk database)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers %2 itself: the server does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers %2: the session ended meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a copy of session %2, still empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 drops session %2: replaced by the data of the primary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the address %2 from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n tab(s) open, with the same cookies.</source>
        <translation>
            <numerusform>%1 has %n tab open.</numerusform>
            <numerusform>%1 has %n tabs open, with the same cookies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 serves %n request(s) at a time now, each in %2.</source>
        <translation>
            <numerusform>%1 serves %n request at a time now, each in %2.</numerusform>
            <numerusform>%1 serves %n requests at a time now, each in %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hangs: it takes connections and answers nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 loses its power; nobody is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has what it needs and takes requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection between %1 and %2 is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection between %1 and %2 is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The health check of %2 by %1 fails: refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The health check of %2 by %1 fails: no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The health check of %2 by %1 passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes %2 for healthy again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes %2 for down from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends no new users to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends new users to %2 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 notes that session %2 is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 receives a copy of session %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gives session %2 a new id: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for %n confirmation(s) before it answers.</source>
        <translation>
            <numerusform>%1 waits for %n confirmation before it answers.</numerusform>
            <numerusform>%1 waits for %n confirmations before it answers.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for %2 no longer: refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits for %2 no longer: no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 drops %2 from its cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 writes a snapshot of %n session(s) to its disk.</source>
        <translation>
            <numerusform>%1 writes a snapshot of %n session to its disk.</numerusform>
            <numerusform>%1 writes a snapshot of %n sessions to its disk.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 flushes its log to the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes over: it is the primary from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the replica of %2 from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: let %1 hang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: begin or end a drain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: add a server to the cluster list of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had not reached it by then is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster membership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store: replication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log, flushed by the OS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log, flushed at each write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 joins as the replica of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps the sessions. On its disk: %2.</source>
        <extracomment>%2 is what of its contents a store keeps on its disk: &quot;nothing&quot;, &quot;snapshots&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message “%2” reaches %1, but nothing runs there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message “%2” reaches %1, but its connection is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message “%2” reaches %1 too late.</source>
        <comment>a user</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message “%2” reaches %1 too late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message “%2” reaches %1, which does not know the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has nobody left to send the message “%2” to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message “%2” reaches %1, which hangs and does nothing with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chooses %2 by the address of the user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 follows the pin that an operator moved to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot connect to %2: refused (attempt %3).</source>
        <comment>a user</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot connect to %2: no answer (attempt %3).</source>
        <comment>a user</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection from %1 to %2 breaks before the answer.</source>
        <comment>a user</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers %2: it cannot use its store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request brings no session id: a stranger to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 drops session %2: revoked by an operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer shows an empty %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer shows the %1; last put in: %2.</source>
        <extracomment>%1 is an attribute such as &quot;cart&quot;, %2 the newest thing put in</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 starts and fetches the sessions first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request of %1 leaves for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response goes from %1 to %2.</source>
        <comment>a user</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends “%2” to %3.</source>
        <extracomment>%2 is a kind of message such as &quot;replication: change&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message “%2” reaches %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leaves for good and takes no more requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moves the pin of %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 puts into its copy of session %2: %3.</source>
        <extracomment>%2 is a session&apos;s label, %3 what was put in: &quot;log-in&quot;, &quot;apple&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will send “%4” for session %2 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 counts %2 as part of its cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 uses another store from now on: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticky + %1</source>
        <extracomment>%1 is another way to share sessions.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticky (IP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clustering (async)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clustering (sync)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage (AOF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage (replica)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage (disk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut the store down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator action: shut %1 down in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main</source>
        <comment>the first branch</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>A branch leaves the old course at the moment %1: &quot;from 05.50 s&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 on they differ.</source>
        <extracomment>Two branches of a run: %1 is a moment such as &quot;05.50 s&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the cookies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the pin cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filename refers to a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is too long; at most %1 bytes are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not happen here.</source>
        <extracomment>In one of two branches, of what happens in the other.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: not answered</source>
        <extracomment>%1 a user, %2 what was asked for (log-in, read …): a request that has no answer yet.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no file: folders, pipes and devices cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 drops session %2: the user logged out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server that answered never had it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer %1: asked to log in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends too early: a bracket, brace or quote is still open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
