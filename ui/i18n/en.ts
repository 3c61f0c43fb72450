<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
    <context>
        <name />
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>姓名或名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>证件号码</source>
            <translation>ID number</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Telephone</translation>
        </message>
        <message>
            <source>住址或住所地</source>
            <translation>Address or domicile</translation>
        </message>
        <message>
            <source>职业</source>
            <translation>Occupation</translation>
        </message>
        <message>
            <source>民族</source>
            <translation>Ethnicity</translation>
        </message>
        <message>
            <source>已经签名或出具的文书不会变；需要的，另出补正裁定。</source>
            <translation>Papers already issued or signed do not change; where needed, make a correction ruling.</translation>
        </message>
        <message>
            <source>记下更正</source>
            <translation>Record the correction</translation>
        </message>
        <message>
            <source>没有改动。</source>
            <translation>Nothing was changed.</translation>
        </message>
        <message>
            <source>改好要更正的一项，再记下。</source>
            <translation>Change what is wrong, then record it.</translation>
        </message>
        <message>
            <source>更正已记下，原来的内容留在历史里。</source>
            <translation>The correction is recorded; what stood there stays in the history.</translation>
        </message>
        <message>
            <source>概况</source>
            <translation>In short</translation>
        </message>
        <message>
            <source>程序和期限表示</source>
            <translation>Procedure</translation>
        </message>
        <message>
            <source>送达地址确认</source>
            <translation>Addresses</translation>
        </message>
        <message>
            <source>更正当事人信息</source>
            <translation>Correct a party</translation>
        </message>
        <message>
            <source>文书</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>页数</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>附件</source>
            <translation>Files</translation>
        </message>
        <message>
            <source>流程节点</source>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>待核定</source>
            <translation>To decide</translation>
        </message>
        <message>
            <source>在标签上换一页</source>
            <translation>Next tab</translation>
        </message>
        <message>
            <source>换案件</source>
            <translation>Change case</translation>
        </message>
        <message>
            <source>当事人</source>
            <translation>Parties</translation>
        </message>
        <message>
            <source>诉讼请求</source>
            <translation>Claims</translation>
        </message>
        <message>
            <source>事实和理由</source>
            <translation>Facts and reasons</translation>
        </message>
        <message>
            <source>证据</source>
            <translation>Evidence</translation>
        </message>
        <message>
            <source>适用程序</source>
            <translation>Procedure</translation>
        </message>
        <message>
            <source>决定适用这个程序</source>
            <translation>Decide on this procedure</translation>
        </message>
        <message>
            <source>不要举证期限和答辩期（当即开庭要各方都表示）</source>
            <translation>Waiver of evidence and defence periods (for a hearing at once, everybody must waive)</translation>
        </message>
        <message>
            <source>记下各方的表示</source>
            <translation>Record what they said</translation>
        </message>
        <message>
            <source>小额诉讼程序告知（解释274）</source>
            <translation>Small-claims notice (解释274)</translation>
        </message>
        <message>
            <source>已向各方告知</source>
            <translation>All have been told</translation>
        </message>
        <message>
            <source>送达地址</source>
            <translation>Address for service</translation>
        </message>
        <message>
            <source>同意电子送达</source>
            <translation>Agrees to electronic service</translation>
        </message>
        <message>
            <source>电子</source>
            <translation>Electronic</translation>
        </message>
        <message>
            <source>方式</source>
            <translation>Way</translation>
        </message>
        <message>
            <source>号码或账号</source>
            <translation>Number or account</translation>
        </message>
        <message>
            <source>确认送达地址</source>
            <translation>Confirm the address</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>大小</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>{size} KB</source>
            <translation>{size} KB</translation>
        </message>
        <message>
            <source>加照片、扫描件或录音</source>
            <translation>Add photos, scans or recordings</translation>
        </message>
        <message>
            <source>{pages} 页</source>
            <translation>{pages} pages</translation>
        </message>
        <message>
            <source>没有提交证据</source>
            <translation>No evidence was handed in</translation>
        </message>
        <message>
            <source>已于 {at} 告知</source>
            <translation>Told on {at}</translation>
        </message>
        <message>
            <source>还没有告知：审判组织、一审终审、审理期限、费用标准</source>
            <translation>Not told yet: who judges, one instance only, time limit, fees</translation>
        </message>
        <message>
            <source>{name} 不要举证期限</source>
            <translation>{name} waives the evidence period</translation>
        </message>
        <message>
            <source>{name} 不要答辩期</source>
            <translation>{name} waives the defence period</translation>
        </message>
        <message>
            <source>待核定 {count}</source>
            <translation>To decide {count}</translation>
        </message>
        <message>
            <source>没有信息不一致的地方。</source>
            <translation>Nothing is in dispute.</translation>
        </message>
        <message>
            <source>信息不一致，待核定：{what}</source>
            <translation>The values differ and wait for a decision: {what}</translation>
        </message>
        <message>
            <source>两台电脑记的不一样。问清当事人，选对的一个；另一个留在历史里。</source>
            <translation>Two laptops say different things. Ask the party and choose the right one; the other stays in the history.</translation>
        </message>
        <message>
            <source>已核定。</source>
            <translation>Decided.</translation>
        </message>
        <message>
            <source>各方的表示已记下。</source>
            <translation>What the parties said is recorded.</translation>
        </message>
        <message>
            <source>开庭时再问一遍并记入笔录，由各方签名。</source>
            <translation>Ask again at the hearing, so that it stands in the record they sign.</translation>
        </message>
        <message>
            <source>送达地址已确认。</source>
            <translation>The address is confirmed.</translation>
        </message>
        <message>
            <source>到“文书”页出送达地址确认书，由当事人签名。</source>
            <translation>Issue the address confirmation on the papers page and have the party sign it.</translation>
        </message>
        <message>
            <source>选文件</source>
            <translation>Choose files</translation>
        </message>
        <message>
            <source>已加密存入 {count} 个附件。</source>
            <translation>{count} attachments are stored, encrypted.</translation>
        </message>
        <message>
            <source>下一步：到“待核定”选出对的信息</source>
            <translation>Next: choose the right values under To decide</translation>
        </message>
        <message>
            <source>下一步：由审判员决定适用程序</source>
            <translation>Next: a judge decides the procedure</translation>
        </message>
        <message>
            <source>已结案。下一步：签名、送达、收费，离村前核对</source>
            <translation>Closed. Next: signatures, service, fees, then the leaving check</translation>
        </message>
        <message>
            <source>下一步：开庭或调解，需要的文书在“文书”页出</source>
            <translation>Next: hear or mediate; papers are issued on the papers page</translation>
        </message>
        <message>
            <source>登记立案</source>
            <translation>Case filed</translation>
        </message>
        <message>
            <source>决定适用程序</source>
            <translation>Procedure decided</translation>
        </message>
        <message>
            <source>当事人不要举证期限、答辩期</source>
            <translation>Periods waived</translation>
        </message>
        <message>
            <source>小额诉讼程序告知</source>
            <translation>Small-claims notice given</translation>
        </message>
        <message>
            <source>定下次开庭</source>
            <translation>Next hearing set</translation>
        </message>
        <message>
            <source>结案</source>
            <translation>Closing</translation>
        </message>
        <message>
            <source>登记当事人</source>
            <translation>Party entered</translation>
        </message>
        <message>
            <source>提出诉讼请求</source>
            <translation>Claim made</translation>
        </message>
        <message>
            <source>提交证据</source>
            <translation>Evidence handed in</translation>
        </message>
        <message>
            <source>退还证据原件</source>
            <translation>Original given back</translation>
        </message>
        <message>
            <source>存入附件</source>
            <translation>Attachment stored</translation>
        </message>
        <message>
            <source>开庭</source>
            <translation>Opening the sitting</translation>
        </message>
        <message>
            <source>闭庭</source>
            <translation>Close the sitting</translation>
        </message>
        <message>
            <source>未到庭，改期</source>
            <translation>Absent, adjourned</translation>
        </message>
        <message>
            <source>存入庭审录音</source>
            <translation>Recording stored</translation>
        </message>
        <message>
            <source>记下一句</source>
            <translation>Turn taken down</translation>
        </message>
        <message>
            <source>更正一句</source>
            <translation>Correct a turn</translation>
        </message>
        <message>
            <source>调解达成协议</source>
            <translation>Agreement reached</translation>
        </message>
        <message>
            <source>调解未成</source>
            <translation>Mediation failed</translation>
        </message>
        <message>
            <source>提交庭外调解协议</source>
            <translation>Outside agreement brought</translation>
        </message>
        <message>
            <source>宣判</source>
            <translation>Judgment pronounced</translation>
        </message>
        <message>
            <source>对撤诉申请作出裁定</source>
            <translation>Ruling on withdrawal</translation>
        </message>
        <message>
            <source>缓减免交诉讼费</source>
            <translation>Relief from fees</translation>
        </message>
        <message>
            <source>交费</source>
            <translation>Payment</translation>
        </message>
        <message>
            <source>出具文书</source>
            <translation>Paper issued</translation>
        </message>
        <message>
            <source>签名捺印</source>
            <translation>Signing</translation>
        </message>
        <message>
            <source>用印</source>
            <translation>Seal</translation>
        </message>
        <message>
            <source>纸质签名扫描</source>
            <translation>Paper signature scanned</translation>
        </message>
        <message>
            <source>拒签</source>
            <translation>Refuse to sign</translation>
        </message>
        <message>
            <source>送达</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>电子送达待发</source>
            <translation>Electronic service queued</translation>
        </message>
        <message>
            <source>电子送达已发</source>
            <translation>Electronic service sent</translation>
        </message>
        <message>
            <source>核定不一致的信息</source>
            <translation>Dispute decided</translation>
        </message>
        <message>
            <source>出发前检查</source>
            <translation>Departure check</translation>
        </message>
        <message>
            <source>便民服务登记</source>
            <translation>Services</translation>
        </message>
        <message>
            <source>离村核对</source>
            <translation>Leaving check</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Kind of service</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Content</translation>
        </message>
        <message>
            <source>巡回日志</source>
            <translation>Circuit log</translation>
        </message>
        <message>
            <source>这一趟</source>
            <translation>This trip</translation>
        </message>
        <message>
            <source>交通</source>
            <translation>Vehicle</translation>
        </message>
        <message>
            <source>一行一站</source>
            <translation>One stop a line</translation>
        </message>
        <message>
            <source>去哪里</source>
            <translation>Where to</translation>
        </message>
        <message>
            <source>记下出发</source>
            <translation>Record the departure</translation>
        </message>
        <message>
            <source>再查一次</source>
            <translation>Check again</translation>
        </message>
        <message>
            <source>不立案的服务：咨询、调解指导、法治宣传等</source>
            <translation>Services that open no case: advice, guidance, teaching the law and so on</translation>
        </message>
        <message>
            <source>登记</source>
            <translation>Log it</translation>
        </message>
        <message>
            <source>“{title}”原件已退还 {who}</source>
            <translation>“{title}”: original given back to {who}</translation>
        </message>
        <message>
            <source>已记下出发。一路平安。</source>
            <translation>The departure is recorded. Have a good trip.</translation>
        </message>
        <message>
            <source>已登记，在“巡回日志”里能看到。</source>
            <translation>Logged; you find it in the circuit log.</translation>
        </message>
        <message>
            <source>{type}案号还有 {free} 个</source>
            <translation>{type}: {free} numbers are left</translation>
        </message>
        <message>
            <source>{type}案号只剩 {free} 个。连上法院网络，在“数据回传”里取号段。</source>
            <translation>{type}: only {free} numbers are left. Connect to the court and fetch a block.</translation>
        </message>
        <message>
            <source>磁盘空间够用</source>
            <translation>There is room on the disk</translation>
        </message>
        <message>
            <source>磁盘空间不够。删掉别的大文件，或换一台电脑。</source>
            <translation>The disk is short of room. Delete large files, or take another laptop.</translation>
        </message>
        <message>
            <source>时钟正常</source>
            <translation>The clock is right</translation>
        </message>
        <message>
            <source>时钟比上一条记录还早。先校准电脑时间再出发。</source>
            <translation>The clock is behind the last record. Set it before you go.</translation>
        </message>
        <message>
            <source>文书都签了名</source>
            <translation>All papers are signed</translation>
        </message>
        <message>
            <source>{number}《{title}》还没签完。到“签名捺印”页。</source>
            <translation>{number} “{title}” is not signed by all. Go to the signing page.</translation>
        </message>
        <message>
            <source>文书都送达了</source>
            <translation>All papers are served</translation>
        </message>
        <message>
            <source>{number}《{title}》还没送达。到“送达”页。</source>
            <translation>{number} “{title}” is not served. Go to the service page.</translation>
        </message>
        <message>
            <source>证据原件都退还了</source>
            <translation>All originals are given back</translation>
        </message>
        <message>
            <source>{number}“{title}”原件还没退还 {who}。</source>
            <translation>{number}: the original of “{title}” is still to go back to {who}.</translation>
        </message>
        <message>
            <source>没有开着的庭</source>
            <translation>No sitting is open</translation>
        </message>
        <message>
            <source>{number} 的庭还没有闭。到“庭审”页闭庭。</source>
            <translation>The sitting of {number} is still open. Close it on the hearing page.</translation>
        </message>
        <message>
            <source>给谁</source>
            <translation>For</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>文书日期</source>
            <translation>Date of the paper</translation>
        </message>
        <message>
            <source>应到时间</source>
            <translation>Time to appear</translation>
        </message>
        <message>
            <source>应到处所</source>
            <translation>Place to appear</translation>
        </message>
        <message>
            <source>谁到场签名</source>
            <translation>Who signs</translation>
        </message>
        <message>
            <source>谁按捺印</source>
            <translation>Who presses a thumb</translation>
        </message>
        <message>
            <source>份数 </source>
            <translation>Copies </translation>
        </message>
        <message>
            <source>份数</source>
            <translation>Copies</translation>
        </message>
        <message>
            <source>签发</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>看草稿</source>
            <translation>See the draft</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>另存为</source>
            <translation>Save as</translation>
        </message>
        <message>
            <source>去签名</source>
            <translation>Go and sign</translation>
        </message>
        <message>
            <source>在文书中选</source>
            <translation>Choose a paper</translation>
        </message>
        <message>
            <source>预览翻页（焦点在预览时）</source>
            <translation>Turn the pages of the preview (when it has the focus)</translation>
        </message>
        <message>
            <source>已签发</source>
            <translation>Issued</translation>
        </message>
        <message>
            <source>未签发</source>
            <translation>Not issued</translation>
        </message>
        <message>
            <source>正在排版……</source>
            <translation>Setting the type…</translation>
        </message>
        <message>
            <source>已签发，不能再改。</source>
            <translation>Issued; it cannot change any more.</translation>
        </message>
        <message>
            <source>答辩期</source>
            <translation>Period of defence</translation>
        </message>
        <message>
            <source>举证期限</source>
            <translation>Period for evidence</translation>
        </message>
        <message>
            <source>发送判决书</source>
            <translation>Sending the judgment</translation>
        </message>
        <message>
            <source>发送调解书</source>
            <translation>Sending the mediation statement</translation>
        </message>
        <message>
            <source>上诉期</source>
            <translation>Period of appeal</translation>
        </message>
        <message>
            <source>交纳诉讼费</source>
            <translation>Payment of the fee</translation>
        </message>
        <message>
            <source>对确认裁定的异议期</source>
            <translation>Period to object to the confirmation</translation>
        </message>
        <message>
            <source>还有 {days} 天</source>
            <translation>{days} days left</translation>
        </message>
        <message>
            <source>就在今天</source>
            <translation>today</translation>
        </message>
        <message>
            <source>已过 {days} 天</source>
            <translation>{days} days past</translation>
        </message>
        <message>
            <source>{what}{whose}到 {day}（{article}），{left}</source>
            <translation>{what}{whose}: until {day} ({article}), {left}</translation>
        </message>
        <message>
            <source>；要延长的，提前十五日报批</source>
            <translation>; an extension is asked for fifteen days before</translation>
        </message>
        <message>
            <source>阶段</source>
            <translation>Stage</translation>
        </message>
        <message>
            <source>裁判</source>
            <translation>Judgment</translation>
        </message>
        <message>
            <source>归档</source>
            <translation>Archive</translation>
        </message>
        <message>
            <source>双面</source>
            <translation>Both sides</translation>
        </message>
        <message>
            <source>打印试页</source>
            <translation>Print a trial page</translation>
        </message>
        <message>
            <source>文书样本</source>
            <translation>Samples of papers</translation>
        </message>
        <message>
            <source>找文书：名称里的字</source>
            <translation>Find a paper: words of its title</translation>
        </message>
        <message>
            <source>{count} 种文书，都是编造的样本</source>
            <translation>{count} papers, all made-up samples</translation>
        </message>
        <message>
            <source>这份样本排不出来</source>
            <translation>This sample cannot be set</translation>
        </message>
        <message>
            <source>待签名</source>
            <translation>To be signed</translation>
        </message>
        <message>
            <source>待送达</source>
            <translation>To be served</translation>
        </message>
        <message>
            <source>已办完</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>这个案件现在没有要办的文书。</source>
            <translation>No paper of this case is due now.</translation>
        </message>
        <message>
            <source>接下来：出《{title}》{whom}</source>
            <translation>Next: issue “{title}”{whom}</translation>
        </message>
        <message>
            <source>接下来：《{title}》{whom}等{who}签名</source>
            <translation>Next: “{title}”{whom} waits for the signature of {who}</translation>
        </message>
        <message>
            <source>接下来：送达《{title}》{whom}</source>
            <translation>Next: serve “{title}”{whom}</translation>
        </message>
        <message>
            <source>（{name}）</source>
            <translation> ({name})</translation>
        </message>
        <message>
            <source>先填应到时间和应到处所，就能看到草稿。</source>
            <translation>Fill in when and where to appear to see the draft.</translation>
        </message>
        <message>
            <source>这台电脑没有装打印机。</source>
            <translation>No printer is installed on this computer.</translation>
        </message>
        <message>
            <source>已交给打印机，每份 {pages} 页。</source>
            <translation>Handed to the printer, {pages} pages a copy.</translation>
        </message>
        <message>
            <source>打印机没有接收。</source>
            <translation>The printer took nothing.</translation>
        </message>
        <message>
            <source>看看打印机是否开着、连着，再按 Ctrl+P。</source>
            <translation>See whether the printer is on and connected, then press Ctrl+P again.</translation>
        </message>
        <message>
            <source>按 Ctrl+S 另存为 PDF，拿到有打印机的电脑上打印。</source>
            <translation>Press Ctrl+S to save it as PDF, and print it on a computer that has a printer.</translation>
        </message>
        <message>
            <source>草稿，还没有签发。</source>
            <translation>A draft, not yet issued.</translation>
        </message>
        <message>
            <source>已签发：{title}</source>
            <translation>Issued: {title}</translation>
        </message>
        <message>
            <source>要签名的到“签名捺印”页；要送达的签好后到“送达”页。</source>
            <translation>Have it signed on the signing page; serve it afterwards.</translation>
        </message>
        <message>
            <source>已另存。</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>另存的文件没有加密，交给当事人后请从电脑上删掉。</source>
            <translation>The saved file is not encrypted: delete it once it is handed over.</translation>
        </message>
        <message>
            <source>没有存成。</source>
            <translation>It could not be saved.</translation>
        </message>
        <message>
            <source>看看那个位置能不能写，换一个位置再存。</source>
            <translation>See whether that place can be written, or choose another.</translation>
        </message>
        <message>
            <source>巡回</source>
            <translation>Circuit</translation>
        </message>
        <message>
            <source>应交和收费</source>
            <translation>Due and paid</translation>
        </message>
        <message>
            <source>缓减免</source>
            <translation>Relief</translation>
        </message>
        <message>
            <source>现金交账表</source>
            <translation>Cash list</translation>
        </message>
        <message>
            <source>谁交</source>
            <translation>Who pays</translation>
        </message>
        <message>
            <source>金额（元）</source>
            <translation>Amount (yuan)</translation>
        </message>
        <message>
            <source>银行</source>
            <translation>Bank</translation>
        </message>
        <message>
            <source>电子支付</source>
            <translation>Electronic</translation>
        </message>
        <message>
            <source>当场现金</source>
            <translation>Cash on the spot</translation>
        </message>
        <message>
            <source>财政票据号</source>
            <translation>Ticket number</translation>
        </message>
        <message>
            <source>三项条件都要具备（费用52）</source>
            <translation>All three conditions are needed (费用52)</translation>
        </message>
        <message>
            <source>记下收费</source>
            <translation>Record the payment</translation>
        </message>
        <message>
            <source>缓交</source>
            <translation>Deferral</translation>
        </message>
        <message>
            <source>减交</source>
            <translation>Reduction</translation>
        </message>
        <message>
            <source>免交</source>
            <translation>Exemption</translation>
        </message>
        <message>
            <source>依据</source>
            <translation>Ground</translation>
        </message>
        <message>
            <source>申请理由</source>
            <translation>Reason given</translation>
        </message>
        <message>
            <source>减交多少（元）</source>
            <translation>Reduced by (yuan)</translation>
        </message>
        <message>
            <source>申请时间</source>
            <translation>Applied at</translation>
        </message>
        <message>
            <source>批准人（空着就是待批）</source>
            <translation>Approved by (empty: waiting)</translation>
        </message>
        <message>
            <source>批准时间</source>
            <translation>Approved at</translation>
        </message>
        <message>
            <source>电话批准</source>
            <translation>By telephone</translation>
        </message>
        <message>
            <source>电话里批准的，回院补签</source>
            <translation>By telephone; to be signed at the court</translation>
        </message>
        <message>
            <source>记下申请和审批</source>
            <translation>Record application and answer</translation>
        </message>
        <message>
            <source>哪一天</source>
            <translation>Which day</translation>
        </message>
        <message>
            <source>案号</source>
            <translation>Case number</translation>
        </message>
        <message>
            <source>交款人</source>
            <translation>Payer</translation>
        </message>
        <message>
            <source>票据号</source>
            <translation>Ticket number</translation>
        </message>
        <message>
            <source>回院当天把现金和票据存根交财务，双方点清签字。</source>
            <translation>Hand cash and ticket stubs to the cashier the same day; both count and sign.</translation>
        </message>
        <message>
            <source>案件受理费 {full} 元，应交 {due} 元，现在还应交 {now} 元</source>
            <translation>Case fee {full} yuan, due {due} yuan, still to pay {now} yuan</translation>
        </message>
        <message>
            <source>已收 {amount} 元　{who}　{how}　{at}　票据 {ticket}</source>
            <translation>Received {amount} yuan　{who}　{how}　{at}　ticket {ticket}</translation>
        </message>
        <message>
            <source>无</source>
            <translation>none</translation>
        </message>
        <message>
            <source>还没有收费。</source>
            <translation>Nothing was paid yet.</translation>
        </message>
        <message>
            <source>已批准</source>
            <translation>Granted</translation>
        </message>
        <message>
            <source>待批</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>还没有缓减免的申请</source>
            <translation>No relief was asked for</translation>
        </message>
        <message>
            <source>收费已记下。</source>
            <translation>The payment is recorded.</translation>
        </message>
        <message>
            <source>当场现金要把财政票据交给交款人。</source>
            <translation>For cash on the spot, hand over the ticket.</translation>
        </message>
        <message>
            <source>写上批准时间。</source>
            <translation>Enter when it was approved.</translation>
        </message>
        <message>
            <source>已记下。</source>
            <translation>Recorded.</translation>
        </message>
        <message>
            <source>到“文书”页出审批表。</source>
            <translation>Issue the approval form on the papers page.</translation>
        </message>
        <message>
            <source>共 {count} 笔，{total} 元</source>
            <translation>{count} payments, {total} yuan</translation>
        </message>
        <message>
            <source>边远、水上、交通不便地区</source>
            <translation>Remote, on the water, or hard to reach</translation>
        </message>
        <message>
            <source>基层巡回法庭当场审理</source>
            <translation>Heard on the spot by a circuit tribunal</translation>
        </message>
        <message>
            <source>当事人提出到指定银行交纳确有困难</source>
            <translation>The party says that the bank is really difficult</translation>
        </message>
        <message>
            <source>原来记的（会留着，看得见）</source>
            <translation>As it was taken down (it stays visible)</translation>
        </message>
        <message>
            <source>更正为</source>
            <translation>Correct words</translation>
        </message>
        <message>
            <source>谁要求更正</source>
            <translation>Who asks for it</translation>
        </message>
        <message>
            <source>不更正</source>
            <translation>Leave it</translation>
        </message>
        <message>
            <source>和原来一样，没有更正。改好再记，或者按 Esc 返回。</source>
            <translation>It is the same as before. Change it, or press Esc.</translation>
        </message>
        <message>
            <source>F 键选发言人，打字，Enter 说完一句，Shift+Enter 换行</source>
            <translation>F key: who speaks; type; Enter ends the turn; Shift+Enter: new paragraph</translation>
        </message>
        <message>
            <source>正在记录的一句</source>
            <translation>The turn being typed</translation>
        </message>
        <message>
            <source>以往笔录</source>
            <translation>Earlier records</translation>
        </message>
        <message>
            <source>庭审</source>
            <translation>Hearing</translation>
        </message>
        <message>
            <source>询问</source>
            <translation>Inquiry</translation>
        </message>
        <message>
            <source>勘验</source>
            <translation>Inspection</translation>
        </message>
        <message>
            <source>开始时间</source>
            <translation>Begins at</translation>
        </message>
        <message>
            <source>旁听人数</source>
            <translation>Observers</translation>
        </message>
        <message>
            <source>如村委会主任、网格员、翻译（写明身份）；几个人用顿号隔开</source>
            <translation>E.g. village head, grid worker, interpreter (say who); separate with 、</translation>
        </message>
        <message>
            <source>到庭作证的人，先后照这样排；几个人用顿号隔开</source>
            <translation>Who comes to testify, in this order; separate with 、</translation>
        </message>
        <message>
            <source>邀请到场</source>
            <translation>Invited</translation>
        </message>
        <message>
            <source>勘验什么</source>
            <translation>What is inspected</translation>
        </message>
        <message>
            <source>天气</source>
            <translation>Weather</translation>
        </message>
        <message>
            <source>勘验经过</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>勘验结果</source>
            <translation>What was found</translation>
        </message>
        <message>
            <source>开庭，开始记录</source>
            <translation>Open and begin the record</translation>
        </message>
        <message>
            <source>本案已经结案，不再开庭。</source>
            <translation>The case is closed; there is no more hearing.</translation>
        </message>
        <message>
            <source>谁没有到</source>
            <translation>Who is absent</translation>
        </message>
        <message>
            <source>今天的地点</source>
            <translation>Place today</translation>
        </message>
        <message>
            <source>联系时间</source>
            <translation>Called at</translation>
        </message>
        <message>
            <source>短信</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>上门</source>
            <translation>Visit</translation>
        </message>
        <message>
            <source>邮寄</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>微信</source>
            <translation>WeChat</translation>
        </message>
        <message>
            <source>联系方式</source>
            <translation>Called by</translation>
        </message>
        <message>
            <source>联系结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>改到何时</source>
            <translation>New time</translation>
        </message>
        <message>
            <source>改到何地</source>
            <translation>New place</translation>
        </message>
        <message>
            <source>记下未到庭并改期</source>
            <translation>Record absence and adjourn</translation>
        </message>
        <message>
            <source>未到庭</source>
            <translation>Absent</translation>
        </message>
        <message>
            <source>已闭庭</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>正在开庭</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>庭审用语</source>
            <translation>Standard lines</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>说完一句</source>
            <translation>End the turn</translation>
        </message>
        <message>
            <source>换行</source>
            <translation>New paragraph</translation>
        </message>
        <message>
            <source>放入一句庭审用语</source>
            <translation>Put in a standard line</translation>
        </message>
        <message>
            <source>看庭审用语</source>
            <translation>See the standard lines</translation>
        </message>
        <message>
            <source>更正一句：↑↓ 选，Enter 更正</source>
            <translation>Correct a turn: ↑↓ choose, Enter correct</translation>
        </message>
        <message>
            <source>上次没说完的一句还在，接着记。</source>
            <translation>The unfinished turn of last time is here.</translation>
        </message>
        <message>
            <source>核对这一句，改好后按 Enter。</source>
            <translation>Check it, then press Enter.</translation>
        </message>
        <message>
            <source>已闭庭。更正仍会记下，原话看得见。</source>
            <translation>Closed. Corrections are still recorded, and the first words stay visible.</translation>
        </message>
        <message>
            <source>这次庭审由另一台电脑记录，这里只能看。</source>
            <translation>Another laptop takes down this sitting; here you can only read.</translation>
        </message>
        <message>
            <source>{place}　旁听 {observers} 人</source>
            <translation>{place}　{observers} observers</translation>
        </message>
        <message>
            <source>这一句还没有字。</source>
            <translation>This turn has no words.</translation>
        </message>
        <message>
            <source>先打字，再按 Enter。</source>
            <translation>Type first, then press Enter.</translation>
        </message>
        <message>
            <source>有一句没有保存</source>
            <translation>a turn was not saved</translation>
        </message>
        <message>
            <source>↑↓ 选一句，Enter 更正；Tab 回到打字处。</source>
            <translation>↑↓ choose a turn, Enter corrects it; Tab goes back to typing.</translation>
        </message>
        <message>
            <source>这一句还没有存好，稍等再更正。</source>
            <translation>This turn is not on disk yet; wait a moment.</translation>
        </message>
        <message>
            <source>已记下未到庭和联系经过，改期也记下了。</source>
            <translation>Absence, calls and the new day are recorded.</translation>
        </message>
        <message>
            <source>到“文书”页出延期开庭通知，再到“送达”页送达。</source>
            <translation>Issue the adjournment notice on the papers page, then serve it.</translation>
        </message>
        <message>
            <source>还有一句没说完。</source>
            <translation>A turn is not ended.</translation>
        </message>
        <message>
            <source>已闭庭。</source>
            <translation>The sitting is closed.</translation>
        </message>
        <message>
            <source>到“文书”页做庭审笔录，读给当事人听或让其阅读，再到“签名捺印”页签。</source>
            <translation>Issue the hearing record, read it to the parties or let them read it, then have it signed.</translation>
        </message>
        <message>
            <source>已开庭 {time}</source>
            <translation>Open for {time}</translation>
        </message>
        <message>
            <source>证人</source>
            <translation>Witness</translation>
        </message>
        <message>
            <source>庭审笔录</source>
            <translation>Hearing record</translation>
        </message>
        <message>
            <source>（已更正）</source>
            <translation> (corrected)</translation>
        </message>
        <message>
            <source>　✕ 没有保存</source>
            <translation>　✕ not saved</translation>
        </message>
        <message>
            <source>已输入 {count} 位</source>
            <translation>{count} typed</translation>
        </message>
        <message>
            <source>已输入 {count} 位，应为 18 位</source>
            <translation>{count} typed, 18 are needed</translation>
        </message>
        <message>
            <source>号码正确：{sex}，{born} 出生</source>
            <translation>The number is right: {sex}, born {born}</translation>
        </message>
        <message>
            <source>；请再核对证件</source>
            <translation>; check the card once more</translation>
        </message>
        <message>
            <source>{why} 请对照证照原件；无误可以照登</source>
            <translation>{why} Compare the certificate; keep it if it truly reads so</translation>
        </message>
        <message>
            <source>代码正确：{registrar}</source>
            <translation>The code is right: {registrar}</translation>
        </message>
        <message>
            <source>自然人</source>
            <translation>Natural person</translation>
        </message>
        <message>
            <source>法人</source>
            <translation>Legal person</translation>
        </message>
        <message>
            <source>非法人组织</source>
            <translation>Other organisation</translation>
        </message>
        <message>
            <source>诉讼地位</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>证件</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>性别</source>
            <translation>Sex</translation>
        </message>
        <message>
            <source>男</source>
            <translation>Male</translation>
        </message>
        <message>
            <source>女</source>
            <translation>Female</translation>
        </message>
        <message>
            <source>出生日期</source>
            <translation>Born</translation>
        </message>
        <message>
            <source>法定代表人或负责人</source>
            <translation>Legal representative or head</translation>
        </message>
        <message>
            <source>职务</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>如 不识字、听力不好、年满七十；用顿号隔开</source>
            <translation>E.g. cannot read, hard of hearing, over seventy; separate with 、</translation>
        </message>
        <message>
            <source>需要照顾的情况</source>
            <translation>Needs care for</translation>
        </message>
        <message>
            <source>委托代理人</source>
            <translation>Agent</translation>
        </message>
        <message>
            <source>代理人单位</source>
            <translation>Agent's firm</translation>
        </message>
        <message>
            <source>一般授权</source>
            <translation>General authority</translation>
        </message>
        <message>
            <source>法定代理</source>
            <translation>Statutory</translation>
        </message>
        <message>
            <source>代替不能自己诉讼的人，什么都可以代为（民诉60）。</source>
            <translation>Acts in the place of someone who cannot sue alone, and may do everything (民诉60).</translation>
        </message>
        <message>
            <source>与当事人的关系</source>
            <translation>What the agent is to the party</translation>
        </message>
        <message>
            <source>特别授权</source>
            <translation>Special authority</translation>
        </message>
        <message>
            <source>代理权限</source>
            <translation>Authority</translation>
        </message>
        <message>
            <source>特别授权写明：承认、放弃、变更诉讼请求、和解、反诉、上诉</source>
            <translation>Special authority names: admit, waive, change claims, settle, counterclaim, appeal</translation>
        </message>
        <message>
            <source>特别授权事项</source>
            <translation>Special powers</translation>
        </message>
        <message>
            <source>请求</source>
            <translation>Claim</translation>
        </message>
        <message>
            <source>共同财产总额（元）</source>
            <translation>Common property in all (yuan)</translation>
        </message>
        <message>
            <source>谁提交</source>
            <translation>Handed in by</translation>
        </message>
        <message>
            <source>原件</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>收的是原件（离村前要核对退还）</source>
            <translation>Original taken, to be given back here</translation>
        </message>
        <message>
            <source>证明什么</source>
            <translation>What it proves</translation>
        </message>
        <message>
            <source>1 收案</source>
            <translation>1 Intake</translation>
        </message>
        <message>
            <source>地位</source>
            <translation>Role here</translation>
        </message>
        <message>
            <source>代理人</source>
            <translation>Agents</translation>
        </message>
        <message>
            <source>2 当事人</source>
            <translation>2 Parties</translation>
        </message>
        <message>
            <source>金额</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>3 诉讼请求</source>
            <translation>3 Claims</translation>
        </message>
        <message>
            <source>4 事实和证据</source>
            <translation>4 Facts and evidence</translation>
        </message>
        <message>
            <source>5 核对立案</source>
            <translation>5 Check and file</translation>
        </message>
        <message>
            <source>下一步</source>
            <translation>Next step</translation>
        </message>
        <message>
            <source>上一步</source>
            <translation>Step back</translation>
        </message>
        <message>
            <source>放入列表；最后一步是立案</source>
            <translation>Put into the list; in the last step, file</translation>
        </message>
        <message>
            <source>在几个选项上按数字选</source>
            <translation>Choose among options by digit</translation>
        </message>
        <message>
            <source>口头起诉</source>
            <translation>Oral filing</translation>
        </message>
        <message>
            <source>书面起诉</source>
            <translation>Written filing</translation>
        </message>
        <message>
            <source>共同申请司法确认</source>
            <translation>Joint filing for confirmation</translation>
        </message>
        <message>
            <source>打字或拼音首字母，如 mjjd</source>
            <translation>Type, or pinyin initials such as mjjd</translation>
        </message>
        <message>
            <source>案由</source>
            <translation>Cause</translation>
        </message>
        <message>
            <source>收到时间</source>
            <translation>Received at</translation>
        </message>
        <message>
            <source>登记立案时间</source>
            <translation>Accepted at</translation>
        </message>
        <message>
            <source>决定立案的人</source>
            <translation>Accepted by</translation>
        </message>
        <message>
            <source>公开审理（离婚、商业秘密可申请不公开）</source>
            <translation>Heard in public</translation>
        </message>
        <message>
            <source>公开</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>事实和理由 *</source>
            <translation>Facts and reasons *</translation>
        </message>
        <message>
            <source>复印件</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>照片</source>
            <translation>Photos</translation>
        </message>
        <message>
            <source>给选中的证据加照片</source>
            <translation>Add photos to the chosen evidence</translation>
        </message>
        <message>
            <source>适用程序（由审判员决定）</source>
            <translation>Procedure (a judge decides)</translation>
        </message>
        <message>
            <source>再核对一次</source>
            <translation>Check again now</translation>
        </message>
        <message>
            <source>登记立案，取案号</source>
            <translation>File it and take a number</translation>
        </message>
        <message>
            <source>全部清空</source>
            <translation>Clear everything</translation>
        </message>
        <message>
            <source>还没有证据。</source>
            <translation>There is no evidence yet.</translation>
        </message>
        <message>
            <source>先把证据放入列表，再给它加照片。</source>
            <translation>Put the evidence into the list first, then add photos.</translation>
        </message>
        <message>
            <source>选照片或扫描件</source>
            <translation>Choose photos or scans</translation>
        </message>
        <message>
            <source>图片和 PDF</source>
            <translation>Pictures and PDF</translation>
        </message>
        <message>
            <source>还没有当事人。到“2 当事人”填写。</source>
            <translation>There is no party. Fill in “2 Parties”.</translation>
        </message>
        <message>
            <source>有一位当事人还没有放入列表。到“2 当事人”按“放入列表”。</source>
            <translation>A party is not in the list yet. Press “Put into the list” in “2 Parties”.</translation>
        </message>
        <message>
            <source>还没有诉讼请求。到“3 诉讼请求”填写。</source>
            <translation>There is no claim. Fill in “3 Claims”.</translation>
        </message>
        <message>
            <source>有一项请求还没有放入列表。到“3 诉讼请求”按“放入列表”。</source>
            <translation>A claim is not in the list yet. Press “Put into the list” in “3 Claims”.</translation>
        </message>
        <message>
            <source>还没有事实和理由。到“4 事实和证据”填写。</source>
            <translation>There are no facts and reasons. Fill in “4 Facts and evidence”.</translation>
        </message>
        <message>
            <source>有一份证据还没有放入列表。到“4 事实和证据”按“放入列表”。</source>
            <translation>A piece of evidence is not in the list yet. Press “Put into the list” in “4 Facts and evidence”.</translation>
        </message>
        <message>
            <source>△ 同样的当事人和案由已有案件 {number}，请审判员看是否重复起诉（民诉127第五项）。</source>
            <translation>△ Case {number} has the same parties and cause: a judge looks whether this is a second suit (民诉127(5)).</translation>
        </message>
        <message>
            <source>可以适用小额诉讼程序</source>
            <translation>Small claims may apply</translation>
        </message>
        <message>
            <source>双方约定才可以适用小额诉讼程序</source>
            <translation>Small claims only by agreement</translation>
        </message>
        <message>
            <source>不能适用小额诉讼程序</source>
            <translation>Small claims are excluded</translation>
        </message>
        <message>
            <source>○ 适用程序由审判员在立案以后决定：按 Ctrl+U 换人，到“案件”页的“程序和期限表示”。</source>
            <translation>○ The judge decides the procedure after filing: Ctrl+U to change places, then Procedure on the case page.</translation>
        </message>
        <message>
            <source>○ 没有发现问题。</source>
            <translation>○ Nothing wrong was found.</translation>
        </message>
        <message>
            <source>案件受理费 {full} 元，应交 {due} 元</source>
            <translation>Case fee {full} yuan, due {due} yuan</translation>
        </message>
        <message>
            <source>已立案：{number}</source>
            <translation>Filed: {number}</translation>
        </message>
        <message>
            <source>接着到“文书”页出受理案件通知书、应诉通知书和交费通知书。</source>
            <translation>Next issue the acceptance notice, the notice to respond and the fee notice.</translation>
        </message>
        <message>
            <source>已清空，从头填写。</source>
            <translation>Cleared: begin anew.</translation>
        </message>
        <message>
            <source>上次没立完的一件还在。</source>
            <translation>The filing you did not finish is here.</translation>
        </message>
        <message>
            <source>接着填写；不要了就到第 5 步按“全部清空”。</source>
            <translation>Go on, or press “Clear everything” in step 5.</translation>
        </message>
        <message>
            <source>撤诉</source>
            <translation>Withdrawal</translation>
        </message>
        <message>
            <source>表格式</source>
            <translation>Table form</translation>
        </message>
        <message>
            <source>简易程序</source>
            <translation>Simplified procedure</translation>
        </message>
        <message>
            <source>普通程序</source>
            <translation>Ordinary procedure</translation>
        </message>
        <message>
            <source>小额诉讼</source>
            <translation>Small claims</translation>
        </message>
        <message>
            <source>判决书样式</source>
            <translation>Form of the judgment</translation>
        </message>
        <message>
            <source>查明的事实</source>
            <translation>Facts found</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reasons</translation>
        </message>
        <message>
            <source>判决主文（一段一项）</source>
            <translation>Orders (one paragraph each)</translation>
        </message>
        <message>
            <source>依据的法律（一行一条）</source>
            <translation>Law applied (one line each)</translation>
        </message>
        <message>
            <source>受理费由谁负担</source>
            <translation>Who bears the fee</translation>
        </message>
        <message>
            <source>宣判时间</source>
            <translation>Pronounced at</translation>
        </message>
        <message>
            <source>宣判地点</source>
            <translation>Place of pronouncement</translation>
        </message>
        <message>
            <source>到场的当事人</source>
            <translation>Parties present</translation>
        </message>
        <message>
            <source>宣判时要告知上诉权利、期限和上诉法院；离婚案件还要告知判决生效前不得另行结婚（民诉151）。</source>
            <translation>Tell the right of appeal, its term and court; in divorce also that nobody may remarry before the judgment takes effect (民诉151).</translation>
        </message>
        <message>
            <source>记下宣判</source>
            <translation>Record the pronouncement</translation>
        </message>
        <message>
            <source>谁申请撤诉</source>
            <translation>Who applies to withdraw</translation>
        </message>
        <message>
            <source>全体一起</source>
            <translation>All of them together</translation>
        </message>
        <message>
            <source>裁定时间</source>
            <translation>Ruled at</translation>
        </message>
        <message>
            <source>准许撤诉</source>
            <translation>Withdrawal granted</translation>
        </message>
        <message>
            <source>不准许撤诉</source>
            <translation>Withdrawal refused</translation>
        </message>
        <message>
            <source>裁定</source>
            <translation>Ruling</translation>
        </message>
        <message>
            <source>记下裁定</source>
            <translation>Record the ruling</translation>
        </message>
        <message>
            <source>双方分担（下面写明各自的数额）</source>
            <translation>Both (say below how much each)</translation>
        </message>
        <message>
            <source>本案已经结案。到“文书”页出判决书或裁定书。</source>
            <translation>The case is closed. Issue the judgment or ruling on the papers page.</translation>
        </message>
        <message>
            <source>宣判已记下，案件判决结案。</source>
            <translation>The pronouncement is recorded; the case is closed by judgment.</translation>
        </message>
        <message>
            <source>到“文书”页出宣判笔录和判决书，签名、用印、送达。</source>
            <translation>Issue pronouncement record and judgment; have them signed, sealed and served.</translation>
        </message>
        <message>
            <source>裁定已记下。</source>
            <translation>The ruling is recorded.</translation>
        </message>
        <message>
            <source>到“文书”页出裁定书，签名、用印、送达。</source>
            <translation>Issue the ruling; have it signed, sealed and served.</translation>
        </message>
        <message>
            <source>达成协议</source>
            <translation>Agreement</translation>
        </message>
        <message>
            <source>没有达成</source>
            <translation>No agreement</translation>
        </message>
        <message>
            <source>司法确认</source>
            <translation>Judicial confirmation</translation>
        </message>
        <message>
            <source>已有的调解</source>
            <translation>Earlier mediations</translation>
        </message>
        <message>
            <source>协议内容另起一项</source>
            <translation>A new term</translation>
        </message>
        <message>
            <source>记下协议</source>
            <translation>Record the agreement</translation>
        </message>
        <message>
            <source>调解过程</source>
            <translation>Mediation is</translation>
        </message>
        <message>
            <source>不公开</source>
            <translation>Not public</translation>
        </message>
        <message>
            <source>各方签收调解书后生效（民诉100）</source>
            <translation>When all receive the statement (民诉100)</translation>
        </message>
        <message>
            <source>各方在调解笔录上签名即生效（解释151）</source>
            <translation>When all sign the record (解释151)</translation>
        </message>
        <message>
            <source>何时生效</source>
            <translation>Takes effect</translation>
        </message>
        <message>
            <source>协议由双方自愿达成，程序不替任何人加一个字。记下后案件按调解结案。</source>
            <translation>The parties agree freely; the program adds not a word. Recording it closes the case as mediated.</translation>
        </message>
        <message>
            <source>记下协议，调解结案</source>
            <translation>Record the agreement and close</translation>
        </message>
        <message>
            <source>为什么没有达成</source>
            <translation>Why there was none</translation>
        </message>
        <message>
            <source>调解中为让步说的话，不作为后来裁判的根据（解释107）。</source>
            <translation>What was conceded in mediation is no ground for a later decision (解释107).</translation>
        </message>
        <message>
            <source>记下调解未成</source>
            <translation>Record that mediation failed</translation>
        </message>
        <message>
            <source>调解组织</source>
            <translation>Mediation organisation</translation>
        </message>
        <message>
            <source>调解员</source>
            <translation>Mediator</translation>
        </message>
        <message>
            <source>人民调解</source>
            <translation>People's mediation</translation>
        </message>
        <message>
            <source>特邀调解</source>
            <translation>Invited mediation</translation>
        </message>
        <message>
            <source>行业调解</source>
            <translation>Trade mediation</translation>
        </message>
        <message>
            <source>途径</source>
            <translation>Route</translation>
        </message>
        <message>
            <source>协议生效日期</source>
            <translation>Agreement in effect from</translation>
        </message>
        <message>
            <source>协议内容（一段一项）</source>
            <translation>Terms (one paragraph each)</translation>
        </message>
        <message>
            <source>共同申请要在协议生效之日起三十日内提出（民诉205）。</source>
            <translation>Both must apply within thirty days of the agreement taking effect (民诉205).</translation>
        </message>
        <message>
            <source>裁定日期</source>
            <translation>Day of the ruling</translation>
        </message>
        <message>
            <source>记下带来的协议</source>
            <translation>Record the agreement brought</translation>
        </message>
        <message>
            <source>审查以后</source>
            <translation>After examination</translation>
        </message>
        <message>
            <source>裁定确认有效</source>
            <translation>Rule that it is valid</translation>
        </message>
        <message>
            <source>双方分担（写在协议里）</source>
            <translation>Shared (as the terms say)</translation>
        </message>
        <message>
            <source>本案已经结案。到“文书”页出调解笔录和调解书。</source>
            <translation>The case is closed. Issue mediation record and statement on the papers page.</translation>
        </message>
        <message>
            <source>还没有协议内容。</source>
            <translation>There are no terms yet.</translation>
        </message>
        <message>
            <source>协议已记下，案件调解结案。</source>
            <translation>The agreement is recorded; the case is closed as mediated.</translation>
        </message>
        <message>
            <source>到“文书”页出调解笔录，双方签名；再出调解书，签名、用印、送达。</source>
            <translation>Issue the mediation record for both to sign; then the statement, signed, sealed and served.</translation>
        </message>
        <message>
            <source>调解未成，已记下。</source>
            <translation>It is recorded that mediation failed.</translation>
        </message>
        <message>
            <source>接着开庭或宣判。</source>
            <translation>Go on to the hearing or the pronouncement.</translation>
        </message>
        <message>
            <source>带来的协议已记下。</source>
            <translation>The agreement brought is recorded.</translation>
        </message>
        <message>
            <source>到“庭审”页做询问：是否自愿、内容是否真实、能不能履行。</source>
            <translation>Question them on the hearing page: free will, true content, able to perform.</translation>
        </message>
        <message>
            <source>已裁定确认有效，案件办结。</source>
            <translation>The agreement is ruled valid; the case is done.</translation>
        </message>
        <message>
            <source>工作台</source>
            <translation>Workbench</translation>
        </message>
        <message>
            <source>立案</source>
            <translation>Filing</translation>
        </message>
        <message>
            <source>案件</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>调解</source>
            <translation>Mediation</translation>
        </message>
        <message>
            <source>宣判、撤诉</source>
            <translation>Judgment</translation>
        </message>
        <message>
            <source>收费</source>
            <translation>Fees</translation>
        </message>
        <message>
            <source>数据回传</source>
            <translation>Sync</translation>
        </message>
        <message>
            <source>费用期限计算</source>
            <translation>Calculator</translation>
        </message>
        <message>
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>请记下代码 {code}，告诉管理员。</source>
            <translation>Note the code {code} and tell the administrator.</translation>
        </message>
        <message>
            <source>信息不一致，待核定。</source>
            <translation>The values differ and wait for a decision.</translation>
        </message>
        <message>
            <source>现在还办不了。</source>
            <translation>This cannot be done now.</translation>
        </message>
        <message>
            <source>有一处需要更正。</source>
            <translation>Something needs correcting.</translation>
        </message>
        <message>
            <source>案件受理费</source>
            <translation>Case fee</translation>
        </message>
        <message>
            <source>申请费</source>
            <translation>Application fee</translation>
        </message>
        <message>
            <source>期限</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>财产案件</source>
            <translation>Property</translation>
        </message>
        <message>
            <source>离婚</source>
            <translation>Divorce</translation>
        </message>
        <message>
            <source>人格权</source>
            <translation>Personality rights</translation>
        </message>
        <message>
            <source>其他非财产</source>
            <translation>Other non-property</translation>
        </message>
        <message>
            <source>劳动争议</source>
            <translation>Labour</translation>
        </message>
        <message>
            <source>金额或财产总额（元）</source>
            <translation>Amount or property in all (yuan)</translation>
        </message>
        <message>
            <source>程序</source>
            <translation>Procedure taken</translation>
        </message>
        <message>
            <source>还没结案</source>
            <translation>Not closed</translation>
        </message>
        <message>
            <source>判决</source>
            <translation>Judgment</translation>
        </message>
        <message>
            <source>结案方式</source>
            <translation>Closed by</translation>
        </message>
        <message>
            <source>财产保全</source>
            <translation>Preservation</translation>
        </message>
        <message>
            <source>执行</source>
            <translation>Enforcement</translation>
        </message>
        <message>
            <source>支付令</source>
            <translation>Payment order</translation>
        </message>
        <message>
            <source>公示催告</source>
            <translation>Public summons</translation>
        </message>
        <message>
            <source>管辖异议不成立</source>
            <translation>Objection to jurisdiction dismissed</translation>
        </message>
        <message>
            <source>情形</source>
            <translation>Case of</translation>
        </message>
        <message>
            <source>如 2026-03-20 9:40；按日算的写 2026-03-20 0:00</source>
            <translation>Like 2026-03-20 9:40; for periods of days 2026-03-20 0:00</translation>
        </message>
        <message>
            <source>从何时起</source>
            <translation>Counted from</translation>
        </message>
        <message>
            <source>居民身份证</source>
            <translation>Resident ID card</translation>
        </message>
        <message>
            <source>统一社会信用代码</source>
            <translation>Credit code</translation>
        </message>
        <message>
            <source>号码</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>写上金额就能算</source>
            <translation>Enter an amount to see</translation>
        </message>
        <message>
            <source>利息</source>
            <translation>Interest</translation>
        </message>
        <message>
            <source>大写金额</source>
            <translation>Amount in words</translation>
        </message>
        <message>
            <source>本金（元）</source>
            <translation>Principal (yuan)</translation>
        </message>
        <message>
            <source>约定年利率</source>
            <translation>Agreed yearly rate</translation>
        </message>
        <message>
            <source>贷款市场报价利率 (LPR)</source>
            <translation>Loan prime rate (LPR)</translation>
        </message>
        <message>
            <source>民间借贷（有上限）</source>
            <translation>Private loan (capped)</translation>
        </message>
        <message>
            <source>迟延履行（加倍部分）</source>
            <translation>Late performance (the doubled part)</translation>
        </message>
        <message>
            <source>怎么算</source>
            <translation>How</translation>
        </message>
        <message>
            <source>年利率（%）</source>
            <translation>Yearly rate (%)</translation>
        </message>
        <message>
            <source>{times} 倍</source>
            <translation>{times} times</translation>
        </message>
        <message>
            <source>几倍</source>
            <translation>How many times</translation>
        </message>
        <message>
            <source>合同成立的日子</source>
            <translation>Day of the contract</translation>
        </message>
        <message>
            <source>起诉的日子（2020-08-20 以前的合同才用填）</source>
            <translation>Day of suit (only for contracts before 2020-08-20)</translation>
        </message>
        <message>
            <source>从哪天起（迟延履行填履行期最后一天）</source>
            <translation>From (if late: last day to perform)</translation>
        </message>
        <message>
            <source>到哪天止</source>
            <translation>To which day</translation>
        </message>
        <message>
            <source>写上本金、利率和起止日期就能算</source>
            <translation>Enter principal, rate and both days</translation>
        </message>
        <message>
            <source>利率表：{source}</source>
            <translation>Rate table: {source}</translation>
        </message>
        <message>
            <source>利息 {due} 元，共 {days} 日</source>
            <translation>Interest {due} yuan, {days} days</translation>
        </message>
        <message>
            <source>全额 {full} 元，应交 {due} 元</source>
            <translation>In full {full} yuan, due {due} yuan</translation>
        </message>
        <message>
            <source>申请时预交</source>
            <translation>prepaid on applying</translation>
        </message>
        <message>
            <source>不预交</source>
            <translation>not prepaid</translation>
        </message>
        <message>
            <source>应交 {due} 元，{before}</source>
            <translation>Due {due} yuan, {before}</translation>
        </message>
        <message>
            <source>从“{what}”起算，起算当日不计入</source>
            <translation>From “{what}”; that day is not counted</translation>
        </message>
        <message>
            <source>小时</source>
            <translation>hours</translation>
        </message>
        <message>
            <source>日</source>
            <translation>days</translation>
        </message>
        <message>
            <source>个月</source>
            <translation>months</translation>
        </message>
        <message>
            <source>年</source>
            <translation>years</translation>
        </message>
        <message>
            <source>选好期限、写上起算时间就能算</source>
            <translation>Choose a period and a start to see</translation>
        </message>
        <message>
            <source>到 {end} 止</source>
            <translation>Until {end}</translation>
        </message>
        <message>
            <source>没有这个期限</source>
            <translation>There is no such period</translation>
        </message>
        <message>
            <source>登记立案的时间早于收到的时间。</source>
            <translation>The filing was accepted before it was received.</translation>
        </message>
        <message>
            <source>改好“收到时间”或“登记立案时间”。</source>
            <translation>Correct one of the two times.</translation>
        </message>
        <message>
            <source>同一个名称用了两次（{key}）。</source>
            <translation>A name is used twice ({key}).</translation>
        </message>
        <message>
            <source>改掉一个。</source>
            <translation>Change one of them.</translation>
        </message>
        <message>
            <source>改期的时间已经过去了。</source>
            <translation>The new hearing lies in the past.</translation>
        </message>
        <message>
            <source>写一个将来的时间。</source>
            <translation>Enter a time to come.</translation>
        </message>
        <message>
            <source>延期开庭的间隔超过法律规定（{article}）。</source>
            <translation>The adjournment is longer than the law allows ({article}).</translation>
        </message>
        <message>
            <source>改近一些，或记明不可抗力、各方同意。</source>
            <translation>Choose a nearer day, or note force majeure or everybody's consent.</translation>
        </message>
        <message>
            <source>延期开庭的次数用完了（{article}）。</source>
            <translation>No adjournment is left ({article}).</translation>
        </message>
        <message>
            <source>不再延期；确需的，报院长批准。</source>
            <translation>Go on without one, or ask the president.</translation>
        </message>
        <message>
            <source>这次庭审由另一台电脑记录。</source>
            <translation>Another laptop takes down this sitting.</translation>
        </message>
        <message>
            <source>在开庭的那台电脑上接着记；这里只能看。</source>
            <translation>Go on at the laptop that opened it; here you can only read.</translation>
        </message>
        <message>
            <source>案件{number}已经结案。</source>
            <translation>Case {number} is closed.</translation>
        </message>
        <message>
            <source>选另一个案件；确要改的，另出补正裁定。</source>
            <translation>Choose another case; to change it, make a correction ruling.</translation>
        </message>
        <message>
            <source>案号的写法不对。</source>
            <translation>The case number is not well formed.</translation>
        </message>
        <message>
            <source>照“（2026）鲁0302民初15号”的样子写。</source>
            <translation>Write it like （2026）鲁0302民初15号.</translation>
        </message>
        <message>
            <source>没有这种诉讼请求。</source>
            <translation>There is no such kind of claim.</translation>
        </message>
        <message>
            <source>从列出的种类里选一个。</source>
            <translation>Choose one from the list.</translation>
        </message>
        <message>
            <source>这几项请求不能在一案里提出（{article}）。</source>
            <translation>These claims cannot stand in one case ({article}).</translation>
        </message>
        <message>
            <source>拿掉一项，另行立案。</source>
            <translation>Take one out and file it apart.</translation>
        </message>
        <message>
            <source>诉讼请求填写不完整。</source>
            <translation>The claims are not complete.</translation>
        </message>
        <message>
            <source>逐项写明种类和内容。</source>
            <translation>Give kind and wording for each.</translation>
        </message>
        <message>
            <source>还没有诉讼请求。</source>
            <translation>There is no claim yet.</translation>
        </message>
        <message>
            <source>至少写一项诉讼费用以外的请求。</source>
            <translation>Enter at least one besides the costs.</translation>
        </message>
        <message>
            <source>送达的时间早于这份文书作出。</source>
            <translation>It is served before it was made.</translation>
        </message>
        <message>
            <source>改好送达的时间。</source>
            <translation>Correct the time of service.</translation>
        </message>
        <message>
            <source>案号{number}不是本院的。</source>
            <translation>Number {number} is another court's.</translation>
        </message>
        <message>
            <source>核对案号中的法院代字。</source>
            <translation>Check the court's code in the number.</translation>
        </message>
        <message>
            <source>开庭的时间早于立案。</source>
            <translation>The hearing opens before the case was accepted.</translation>
        </message>
        <message>
            <source>闭庭的时间早于开庭。</source>
            <translation>The sitting closes before it opens.</translation>
        </message>
        <message>
            <source>改好其中一个时间。</source>
            <translation>Correct one of the times.</translation>
        </message>
        <message>
            <source>没有这种结案方式。</source>
            <translation>There is no such way of closing.</translation>
        </message>
        <message>
            <source>选调解、撤诉、判决或司法确认。</source>
            <translation>Choose mediation, withdrawal, judgment or confirmation.</translation>
        </message>
        <message>
            <source>司法确认案件适用特别程序。</source>
            <translation>Judicial confirmation takes the special procedure.</translation>
        </message>
        <message>
            <source>把程序改为特别程序。</source>
            <translation>Choose the special procedure.</translation>
        </message>
        <message>
            <source>司法确认不能和别的请求一起提出。</source>
            <translation>Judicial confirmation stands alone.</translation>
        </message>
        <message>
            <source>只留下司法确认这一项。</source>
            <translation>Keep that claim only.</translation>
        </message>
        <message>
            <source>法院代字的写法不对。</source>
            <translation>The court's code is not well formed.</translation>
        </message>
        <message>
            <source>照“鲁0302”的样子写。</source>
            <translation>Write it like 鲁0302.</translation>
        </message>
        <message>
            <source>还没有法院设置。</source>
            <translation>The court has no settings yet.</translation>
        </message>
        <message>
            <source>到“设置”的“法院”里填写。</source>
            <translation>Fill them in under Settings.</translation>
        </message>
        <message>
            <source>找不到演练文件。</source>
            <translation>The day's file was not found.</translation>
        </message>
        <message>
            <source>核对文件的位置。</source>
            <translation>Check where it is.</translation>
        </message>
        <message>
            <source>文件打不开，不是它的名字所说的图片、录音或者文档（{file}）。</source>
            <translation>The file does not open as the picture, sound or document that its name says ({file}).</translation>
        </message>
        <message>
            <source>同一项写了两次（{at}）。</source>
            <translation>One key is said twice ({at}).</translation>
        </message>
        <message>
            <source>时间先后不对：不会早于 {after}。</source>
            <translation>The times are out of order: this cannot be before {after}.</translation>
        </message>
        <message>
            <source>换一个完好的文件。</source>
            <translation>Take a file that is whole.</translation>
        </message>
        <message>
            <source>只留一个。</source>
            <translation>Keep one.</translation>
        </message>
        <message>
            <source>演练文件读不懂。</source>
            <translation>The day's file cannot be read.</translation>
        </message>
        <message>
            <source>核对文件格式。</source>
            <translation>Check its format.</translation>
        </message>
        <message>
            <source>演练文件的格式不认识。</source>
            <translation>The day's format is unknown.</translation>
        </message>
        <message>
            <source>用 circuit-day/1 格式。</source>
            <translation>Use circuit-day/1.</translation>
        </message>
        <message>
            <source>没有这种文书。</source>
            <translation>There is no such paper.</translation>
        </message>
        <message>
            <source>从列表里选。</source>
            <translation>Choose from the list.</translation>
        </message>
        <message>
            <source>这种文书不能上诉。</source>
            <translation>No appeal lies against this paper.</translation>
        </message>
        <message>
            <source>不用计算上诉期。</source>
            <translation>There is nothing to count.</translation>
        </message>
        <message>
            <source>{party}同意电子送达，但没写号码或账号。</source>
            <translation>{party} agreed to electronic service, but no number is given.</translation>
        </message>
        <message>
            <source>写上方式和号码，或去掉“同意电子送达”。</source>
            <translation>Enter way and number, or untick the consent.</translation>
        </message>
        <message>
            <source>这一句没有字。</source>
            <translation>This turn has no words.</translation>
        </message>
        <message>
            <source>这一项不能这样更正。</source>
            <translation>This field cannot be corrected here.</translation>
        </message>
        <message>
            <source>诉讼地位等要另行办理变更。</source>
            <translation>A change of role needs its own act.</translation>
        </message>
        <message>
            <source>有一项填得不对（{at}）。</source>
            <translation>A field is not well formed ({at}).</translation>
        </message>
        <message>
            <source>照提示的样子改好。</source>
            <translation>Correct it as the hint shows.</translation>
        </message>
        <message>
            <source>还有一项没有填（{at}）。</source>
            <translation>A field is missing ({at}).</translation>
        </message>
        <message>
            <source>填好这一项再试。</source>
            <translation>Fill it in and try again.</translation>
        </message>
        <message>
            <source>找不到文件{file}。</source>
            <translation>File {file} was not found.</translation>
        </message>
        <message>
            <source>没有这种情形。</source>
            <translation>There is no such circumstance.</translation>
        </message>
        <message>
            <source>从列出的情形里选。</source>
            <translation>Choose from the list.</translation>
        </message>
        <message>
            <source>没有这种送达方式。</source>
            <translation>There is no such way of service.</translation>
        </message>
        <message>
            <source>从列出的方式里选。</source>
            <translation>Choose from the list.</translation>
        </message>
        <message>
            <source>演练里的断电没有对应的步骤（{key}）。</source>
            <translation>An interruption names no step ({key}).</translation>
        </message>
        <message>
            <source>核对演练文件。</source>
            <translation>Check the practice file.</translation>
        </message>
        <message>
            <source>司法确认要由双方共同申请。</source>
            <translation>Both sides must apply together.</translation>
        </message>
        <message>
            <source>用“共同申请”，并登记双方（民诉205）。</source>
            <translation>Use the joint filing and enter both parties (民诉205).</translation>
        </message>
        <message>
            <source>留置送达缺见证人或照片录像（{article}）。</source>
            <translation>Leaving the papers needs a witness or pictures ({article}).</translation>
        </message>
        <message>
            <source>写上见证人，或加上照片、录像。</source>
            <translation>Name a witness, or add photos or a video.</translation>
        </message>
        <message>
            <source>没有写拒收的理由。</source>
            <translation>The reason for refusing receipt is missing.</translation>
        </message>
        <message>
            <source>写明受送达人为什么不收（民诉89）。</source>
            <translation>Say why the person would not take the papers.</translation>
        </message>
        <message>
            <source>时间的写法不对（{at}）。</source>
            <translation>The time is not well formed ({at}).</translation>
        </message>
        <message>
            <source>照 2026-03-20 9:40 的样子写。</source>
            <translation>Write it like 2026-03-20 9:40.</translation>
        </message>
        <message>
            <source>时间缺少时区（{at}）。</source>
            <translation>The time lacks its zone ({at}).</translation>
        </message>
        <message>
            <source>重新填写时间。</source>
            <translation>Enter the time again.</translation>
        </message>
        <message>
            <source>这条记录是新版程序写的，这里只能看。</source>
            <translation>This record was written by a newer program.</translation>
        </message>
        <message>
            <source>升级程序后再办。</source>
            <translation>Upgrade, then go on.</translation>
        </message>
        <message>
            <source>还没有记下要确认的调解协议。</source>
            <translation>There is no agreement to confirm yet.</translation>
        </message>
        <message>
            <source>先在“司法确认”里记下带来的协议。</source>
            <translation>First enter the agreement under Judicial confirmation.</translation>
        </message>
        <message>
            <source>特别程序案件不作判决书。</source>
            <translation>The special procedure ends without a judgment.</translation>
        </message>
        <message>
            <source>到“调解”页作出裁定。</source>
            <translation>Make the ruling on the mediation page.</translation>
        </message>
        <message>
            <source>还没有写依据的法律。</source>
            <translation>No law is cited.</translation>
        </message>
        <message>
            <source>写明法律名称和条文（民诉155）。</source>
            <translation>Name the law and its articles.</translation>
        </message>
        <message>
            <source>特别程序案件不适用法院调解。</source>
            <translation>There is no court mediation in the special procedure.</translation>
        </message>
        <message>
            <source>到“司法确认”办理。</source>
            <translation>Go on under Judicial confirmation.</translation>
        </message>
        <message>
            <source>这个案件不是申请司法确认的案件，不能裁定确认。</source>
            <translation>This case is no application for judicial confirmation, so nothing is confirmed in it.</translation>
        </message>
        <message>
            <source>双方要确认的，另立一件“申请司法确认调解协议”。</source>
            <translation>If both want it confirmed, file an application for judicial confirmation as a case of its own.</translation>
        </message>
        <message>
            <source>还没有写判决主文。</source>
            <translation>There are no orders yet.</translation>
        </message>
        <message>
            <source>一段写一项。</source>
            <translation>Write one paragraph for each.</translation>
        </message>
        <message>
            <source>一段写一项，再记下。</source>
            <translation>Write one paragraph for each.</translation>
        </message>
        <message>
            <source>没有原告或申请人。</source>
            <translation>Nobody makes a claim.</translation>
        </message>
        <message>
            <source>把提出请求的一方登记为原告或申请人。</source>
            <translation>Enter the claiming side as plaintiff or applicant.</translation>
        </message>
        <message>
            <source>案件{number}不适用小额诉讼程序。</source>
            <translation>Case {number} is not a small-claims case.</translation>
        </message>
        <message>
            <source>先决定适用小额诉讼程序，再告知。</source>
            <translation>Decide the procedure first.</translation>
        </message>
        <message>
            <source>选的不是两个不一致的值之一。</source>
            <translation>That is not one of the rival values.</translation>
        </message>
        <message>
            <source>从列出的值里选。</source>
            <translation>Choose one of those shown.</translation>
        </message>
        <message>
            <source>这一项没有不一致，不用核定。</source>
            <translation>There is nothing to decide here.</translation>
        </message>
        <message>
            <source>刷新一下页面。</source>
            <translation>Look at the page again.</translation>
        </message>
        <message>
            <source>还没有选要送达的文书。</source>
            <translation>No paper was chosen.</translation>
        </message>
        <message>
            <source>勾上要送的文书。</source>
            <translation>Tick the papers to be served.</translation>
        </message>
        <message>
            <source>号段的起止不对。</source>
            <translation>The block of numbers is not well formed.</translation>
        </message>
        <message>
            <source>请法院重新给号段。</source>
            <translation>Ask the court for another.</translation>
        </message>
        <message>
            <source>号段太大或起止不对。</source>
            <translation>The block of numbers is not reasonable.</translation>
        </message>
        <message>
            <source>{type}案号用完了。</source>
            <translation>No {type} number is left.</translation>
        </message>
        <message>
            <source>连上法院网络，在“数据回传”里取新号段。</source>
            <translation>Connect to the court and fetch a new block.</translation>
        </message>
        <message>
            <source>案号{number}已经用了。</source>
            <translation>Number {number} is in use.</translation>
        </message>
        <message>
            <source>用下一个案号；重复的请告诉立案人员。</source>
            <translation>Take the next one, and tell the filing officer.</translation>
        </message>
        <message>
            <source>案号{number}不在本机的号段里。</source>
            <translation>Number {number} is not leased to this laptop.</translation>
        </message>
        <message>
            <source>用本机号段里的案号。</source>
            <translation>Use a number from this laptop's block.</translation>
        </message>
        <message>
            <source>缺少需要的人员。</source>
            <translation>An officer is missing.</translation>
        </message>
        <message>
            <source>在法院设置里加上。</source>
            <translation>Add them in the court's settings.</translation>
        </message>
        <message>
            <source>同一个人员登记了两次（{officer}）。</source>
            <translation>An officer is entered twice ({officer}).</translation>
        </message>
        <message>
            <source>去掉一个。</source>
            <translation>Take one out.</translation>
        </message>
        <message>
            <source>普通程序不能当即开庭（{article}）。</source>
            <translation>No immediate hearing in the ordinary procedure ({article}).</translation>
        </message>
        <message>
            <source>另定开庭日期，提前三日通知。</source>
            <translation>Set a day and give three days' notice.</translation>
        </message>
        <message>
            <source>{missing}还没有表示不要举证期限和答辩期（{article}）。</source>
            <translation>{missing} did not waive the periods ({article}).</translation>
        </message>
        <message>
            <source>问明并记下，或另定日期开庭。</source>
            <translation>Ask and note it, or set another day.</translation>
        </message>
        <message>
            <source>只有提出请求的一方能撤诉。</source>
            <translation>Only the claiming side may withdraw.</translation>
        </message>
        <message>
            <source>只有对方当事人能答辩。</source>
            <translation>Only the other side answers.</translation>
        </message>
        <message>
            <source>选被告、被申请人或第三人；对反诉，选反诉被告。</source>
            <translation>Choose a defendant, respondent or third party; for a counterclaim, whom it is against.</translation>
        </message>
        <message>
            <source>选原告或申请人。</source>
            <translation>Choose the plaintiff or applicant.</translation>
        </message>
        <message>
            <source>证据没有写页数。</source>
            <translation>The pages of the evidence were not counted.</translation>
        </message>
        <message>
            <source>写上页数，至少一页。</source>
            <translation>Enter at least one page.</translation>
        </message>
        <message>
            <source>这一方没有代理人。</source>
            <translation>This party has no agent.</translation>
        </message>
        <message>
            <source>选当事人本人。</source>
            <translation>Choose the party.</translation>
        </message>
        <message>
            <source>人数不能是负数。</source>
            <translation>The number of people is negative.</translation>
        </message>
        <message>
            <source>写实际人数。</source>
            <translation>Enter the real number.</translation>
        </message>
        <message>
            <source>还没有决定适用程序。</source>
            <translation>The procedure has not been decided.</translation>
        </message>
        <message>
            <source>由审判员在“案件”页的“程序和期限表示”里决定。</source>
            <translation>A judge decides it on the case page.</translation>
        </message>
        <message>
            <source>没有这种代收人。</source>
            <translation>There is no such recipient.</translation>
        </message>
        <message>
            <source>选本人、成年家属、代理人或指定代收人。</source>
            <translation>Choose the person, an adult relative, the agent or the one named.</translation>
        </message>
        <message>
            <source>还没有写{party}的送达地址。</source>
            <translation>{party} has no address for service.</translation>
        </message>
        <message>
            <source>写上地址再确认。</source>
            <translation>Enter the address, then confirm.</translation>
        </message>
        <message>
            <source>受送达人没有同意电子送达（{article}）。</source>
            <translation>There is no consent to electronic service ({article}).</translation>
        </message>
        <message>
            <source>改用别的方式，或先让其签送达地址确认书。</source>
            <translation>Choose another way, or have the address confirmation signed.</translation>
        </message>
        <message>
            <source>调解书要直接送给本人或其指定的代收人（{article}）。</source>
            <translation>A mediation statement is handed to the person in person ({article}).</translation>
        </message>
        <message>
            <source>送给本人。</source>
            <translation>Hand it to the person or the one they named.</translation>
        </message>
        <message>
            <source>调解书不能留置送达（{article}）。</source>
            <translation>A mediation statement cannot be left ({article}).</translation>
        </message>
        <message>
            <source>当事人拒收的，调解书不生效；及时判决。</source>
            <translation>If receipt is refused it takes no effect: go on to judgment.</translation>
        </message>
        <message>
            <source>没有写送达时间。</source>
            <translation>The time of service is missing.</translation>
        </message>
        <message>
            <source>写上时间；电子送达的写待发时间。</source>
            <translation>Enter it.</translation>
        </message>
        <message>
            <source>这次送达不在等待发出。</source>
            <translation>This service does not wait to be sent.</translation>
        </message>
        <message>
            <source>看看是不是已经记过。</source>
            <translation>See whether it was noted before.</translation>
        </message>
        <message>
            <source>这份文书附卷，不送达（{article}）。</source>
            <translation>This paper is filed, not served ({article}).</translation>
        </message>
        <message>
            <source>不用送；要给复印件的，打印即可。</source>
            <translation>Print a copy if one is wanted.</translation>
        </message>
        <message>
            <source>简易、小额程序不能公告送达（{article}）。</source>
            <translation>No public notice in the simplified procedure ({article}).</translation>
        </message>
        <message>
            <source>改用别的方式，或转普通程序。</source>
            <translation>Choose another way, or turn to the ordinary procedure.</translation>
        </message>
        <message>
            <source>支付令不能公告送达（{article}）。</source>
            <translation>A payment order cannot be served by public notice ({article}).</translation>
        </message>
        <message>
            <source>改用别的方式。</source>
            <translation>Choose another way.</translation>
        </message>
        <message>
            <source>这份文书不能用简便方式送达（{article}）。</source>
            <translation>This paper cannot be served informally ({article}).</translation>
        </message>
        <message>
            <source>直接送达或邮寄。</source>
            <translation>Hand it over or post it.</translation>
        </message>
        <message>
            <source>法院设置缺一项：{setting}。</source>
            <translation>A setting of the court is missing: {setting}.</translation>
        </message>
        <message>
            <source>填好再保存。</source>
            <translation>Fill it in and save.</translation>
        </message>
        <message>
            <source>法院设置有一项不对：{setting}。</source>
            <translation>A setting of the court is not allowed: {setting}.</translation>
        </message>
        <message>
            <source>从列出的里选。</source>
            <translation>Choose one that is listed.</translation>
        </message>
        <message>
            <source>案件{number}的庭还开着。</source>
            <translation>A sitting of case {number} is open.</translation>
        </message>
        <message>
            <source>接着记，或先闭庭。</source>
            <translation>Go on with it, or close it first.</translation>
        </message>
        <message>
            <source>已经闭庭，不能再加一句。</source>
            <translation>The sitting is closed.</translation>
        </message>
        <message>
            <source>要更正的，选中那一句按 Enter。</source>
            <translation>To correct a turn, choose it and press Enter.</translation>
        </message>
        <message>
            <source>本案不能适用小额诉讼程序（{article}）。</source>
            <translation>The small-claims procedure is excluded ({article}).</translation>
        </message>
        <message>
            <source>选简易或普通程序。</source>
            <translation>Choose another procedure.</translation>
        </message>
        <message>
            <source>这个案件不能适用特别程序。</source>
            <translation>This case cannot take the special procedure.</translation>
        </message>
        <message>
            <source>选小额、简易或普通程序。</source>
            <translation>Choose small claims, simplified or ordinary.</translation>
        </message>
        <message>
            <source>还没有写去哪里。</source>
            <translation>The trip has no stop.</translation>
        </message>
        <message>
            <source>一行写一站。</source>
            <translation>Write one stop a line.</translation>
        </message>
        <message>
            <source>一个案件只能有一种结果。</source>
            <translation>A case ends in one way only.</translation>
        </message>
        <message>
            <source>核对后只留一种。</source>
            <translation>Keep one of them.</translation>
        </message>
        <message>
            <source>没有这件事（{key}）。</source>
            <translation>There is no such act ({key}).</translation>
        </message>
        <message>
            <source>核对名称。</source>
            <translation>Check the name.</translation>
        </message>
        <message>
            <source>这个案件不在本机。</source>
            <translation>This case is not on this laptop.</translation>
        </message>
        <message>
            <source>数据回传后再找，或选另一个案件。</source>
            <translation>Fetch it from the court, or choose another.</translation>
        </message>
        <message>
            <source>选的不在列出的范围里。</source>
            <translation>That is not one of the choices.</translation>
        </message>
        <message>
            <source>从列出的里选一个。</source>
            <translation>Choose one that is listed.</translation>
        </message>
        <message>
            <source>没有这份证据。</source>
            <translation>There is no such evidence.</translation>
        </message>
        <message>
            <source>从证据列表里选。</source>
            <translation>Choose from the list.</translation>
        </message>
        <message>
            <source>没有这个人员（{officer}）。</source>
            <translation>There is no such officer ({officer}).</translation>
        </message>
        <message>
            <source>核对法院设置里的人员。</source>
            <translation>Check the court's settings.</translation>
        </message>
        <message>
            <source>没有这个当事人（{key}）。</source>
            <translation>There is no such party ({key}).</translation>
        </message>
        <message>
            <source>从当事人里选。</source>
            <translation>Choose one of the parties.</translation>
        </message>
        <message>
            <source>没有这次庭审。</source>
            <translation>There is no such sitting.</translation>
        </message>
        <message>
            <source>重新打开庭审页。</source>
            <translation>Open the hearing page again.</translation>
        </message>
        <message>
            <source>没有这个发言人。</source>
            <translation>There is no such speaker.</translation>
        </message>
        <message>
            <source>从发言人里选。</source>
            <translation>Choose one of the speakers.</translation>
        </message>
        <message>
            <source>没有这一句。</source>
            <translation>There is no such turn.</translation>
        </message>
        <message>
            <source>重新打开庭审页再更正。</source>
            <translation>Open the hearing page again.</translation>
        </message>
        <message>
            <source>信息不一致，待核定：{field}。</source>
            <translation>The values differ and wait for a decision: {field}.</translation>
        </message>
        <message>
            <source>还有 {count} 项期限，在“案件”页的“期限”里。</source>
            <translation>Periods that run besides: {count}, under Case, Period.</translation>
        </message>
        <message>
            <source>{count} 项期限都不急，在“案件”页的“期限”里。</source>
            <translation>Periods that run, none of them pressing: {count}, under Case, Period.</translation>
        </message>
        <message>
            <source>到“案件”页的“待核定”选出对的，再办这一步。</source>
            <translation>Choose the right one on the case page, then go on.</translation>
        </message>
        <message>
            <source>没有录入上年度就业人员年平均工资（{article}）。</source>
            <translation>The yearly wage was not entered ({article}).</translation>
        </message>
        <message>
            <source>到“设置”的“法院”里录入，才能判断小额。</source>
            <translation>Enter it in the court's settings.</translation>
        </message>
        <message>
            <source>这个口令属于另一份资料。</source>
            <translation>This passphrase belongs to another profile.</translation>
        </message>
        <message>
            <source>在自己的电脑上登录。</source>
            <translation>Sign in on your own laptop.</translation>
        </message>
        <message>
            <source>资料正被占用。</source>
            <translation>The database is busy.</translation>
        </message>
        <message>
            <source>稍等再试；确认程序没有开两个。</source>
            <translation>Try again; see that the program is not open twice.</translation>
        </message>
        <message>
            <source>资料坏了。</source>
            <translation>The database is damaged.</translation>
        </message>
        <message>
            <source>输入口令，按“从第二份恢复”；坏了的文件会原样留着。</source>
            <translation>Type your passphrase and press “Restore from the second copy”; the damaged file is kept as it is.</translation>
        </message>
        <message>
            <source>资料不见了。</source>
            <translation>The database is missing.</translation>
        </message>
        <message>
            <source>输入口令，按“从第二份恢复”。</source>
            <translation>Type your passphrase and press “Restore from the second copy”.</translation>
        </message>
        <message>
            <source>资料没有加密，程序不打开它。</source>
            <translation>The database would not be encrypted, so it stays closed.</translation>
        </message>
        <message>
            <source>请管理员重装程序。</source>
            <translation>Ask the administrator to install again.</translation>
        </message>
        <message>
            <source>电脑的密钥对不上。</source>
            <translation>The device's key does not match.</translation>
        </message>
        <message>
            <source>请管理员处理。</source>
            <translation>Ask the administrator.</translation>
        </message>
        <message>
            <source>磁盘满了，没有存下。</source>
            <translation>The disk is full; this was not saved.</translation>
        </message>
        <message>
            <source>删掉别的大文件，再办这一步；已保存的都在。</source>
            <translation>Make room, then do it again; all that was saved is safe.</translation>
        </message>
        <message>
            <source>缺少法院的托管密钥。</source>
            <translation>The court's escrow key is missing.</translation>
        </message>
        <message>
            <source>请管理员办理。</source>
            <translation>Ask the administrator.</translation>
        </message>
        <message>
            <source>资料文件夹不能写。</source>
            <translation>The folder cannot be written.</translation>
        </message>
        <message>
            <source>请管理员改好权限。</source>
            <translation>Ask the administrator for the right to write there.</translation>
        </message>
        <message>
            <source>口令的加密强度不够。</source>
            <translation>The passphrase's protection is too weak.</translation>
        </message>
        <message>
            <source>请管理员重新领用。</source>
            <translation>Ask the administrator.</translation>
        </message>
        <message>
            <source>缺少一把密钥（{name}）。</source>
            <translation>A key is missing ({name}).</translation>
        </message>
        <message>
            <source>本机的使用期限到了。</source>
            <translation>This laptop's lease is over.</translation>
        </message>
        <message>
            <source>仍可查看和导出；连上法院回传一次，或到“设置”的“期限和号段”由两人输入法院代码续期。</source>
            <translation>You can still read and export; sync with the court once, or let two officers enter its code under Settings, Lease and numbers.</translation>
        </message>
        <message>
            <source>内存不够。</source>
            <translation>There is not enough memory.</translation>
        </message>
        <message>
            <source>关掉别的程序再试。</source>
            <translation>Close other programs.</translation>
        </message>
        <message>
            <source>资料是新版程序写的。</source>
            <translation>The database is from a newer program.</translation>
        </message>
        <message>
            <source>用新版程序打开。</source>
            <translation>Open it with that one.</translation>
        </message>
        <message>
            <source>资料是新版程序建的。</source>
            <translation>The profile is from a newer program.</translation>
        </message>
        <message>
            <source>这里没有领用资料。</source>
            <translation>There is no profile here.</translation>
        </message>
        <message>
            <source>请管理员办理领用，或建立演练资料。</source>
            <translation>Ask the administrator, or make a practice one.</translation>
        </message>
        <message>
            <source>没有这个人员。</source>
            <translation>There is no such officer.</translation>
        </message>
        <message>
            <source>从人员里选。</source>
            <translation>Choose from the list.</translation>
        </message>
        <message>
            <source>您的密钥坏了。</source>
            <translation>Your keys are damaged.</translation>
        </message>
        <message>
            <source>请管理员重新发放。</source>
            <translation>Ask the administrator for new ones.</translation>
        </message>
        <message>
            <source>{officer}还没有登录。</source>
            <translation>{officer} is not signed in.</translation>
        </message>
        <message>
            <source>按 Ctrl+U，让其输入口令登录，再办这一步。</source>
            <translation>Press Ctrl+U, have them sign in, then go on.</translation>
        </message>
        <message>
            <source>口令太弱。</source>
            <translation>The passphrase is too weak.</translation>
        </message>
        <message>
            <source>再长一些，最好是一句自己记得住的话。</source>
            <translation>Make it longer: a sentence you remember.</translation>
        </message>
        <message>
            <source>还没有设短码。</source>
            <translation>No PIN was set.</translation>
        </message>
        <message>
            <source>到“设置”里用口令设一个。</source>
            <translation>Set one under Settings.</translation>
        </message>
        <message>
            <source>短码太简单。</source>
            <translation>The PIN is too weak.</translation>
        </message>
        <message>
            <source>用六到十二位数字，不要连号、重复。</source>
            <translation>Six to twelve digits, no run, no repeat.</translation>
        </message>
        <message>
            <source>短码连错五次，密钥已从内存清除。</source>
            <translation>Five wrong PINs: the keys are gone from memory.</translation>
        </message>
        <message>
            <source>用口令重新登录。</source>
            <translation>Sign in with the passphrase.</translation>
        </message>
        <message>
            <source>这里已经有资料了。</source>
            <translation>There is a profile here.</translation>
        </message>
        <message>
            <source>换一个文件夹。</source>
            <translation>Choose another folder.</translation>
        </message>
        <message>
            <source>您的职务不能办这一项。</source>
            <translation>Your role may not do this.</translation>
        </message>
        <message>
            <source>请有权办理的人来操作（Ctrl+U）。</source>
            <translation>Let an officer who may do it take over (Ctrl+U).</translation>
        </message>
        <message>
            <source>第二份备份比这里的还新。</source>
            <translation>The second copy is ahead of this laptop.</translation>
        </message>
        <message>
            <source>可能恢复了旧资料；先告诉管理员。</source>
            <translation>Tell the administrator first.</translation>
        </message>
        <message>
            <source>第二份备份坏了一段。</source>
            <translation>The second copy is damaged.</translation>
        </message>
        <message>
            <source>换一个盘，重新做备份。</source>
            <translation>Use another stick and begin anew.</translation>
        </message>
        <message>
            <source>备份盘满了。</source>
            <translation>The second copy's disk is full.</translation>
        </message>
        <message>
            <source>换一个盘。</source>
            <translation>Use another one.</translation>
        </message>
        <message>
            <source>备份盘拔掉了。</source>
            <translation>The second copy is gone.</translation>
        </message>
        <message>
            <source>插上备份盘。</source>
            <translation>Plug the stick in.</translation>
        </message>
        <message>
            <source>备份盘不能写。</source>
            <translation>The second copy cannot be written.</translation>
        </message>
        <message>
            <source>打开写保护，或换一个盘。</source>
            <translation>Open its lock or use another stick.</translation>
        </message>
        <message>
            <source>已经锁住，密钥不在内存里。</source>
            <translation>The session is locked.</translation>
        </message>
        <message>
            <source>密钥份额输错了。</source>
            <translation>The share is mistyped.</translation>
        </message>
        <message>
            <source>对照纸上的逐字重输。</source>
            <translation>Compare the paper and type again.</translation>
        </message>
        <message>
            <source>几份密钥对不上。</source>
            <translation>The shares do not match.</translation>
        </message>
        <message>
            <source>核对是不是同一套。</source>
            <translation>See whether they belong together.</translation>
        </message>
        <message>
            <source>登录的密钥槽坏了。</source>
            <translation>The key slot is damaged.</translation>
        </message>
        <message>
            <source>请法院用托管密钥打开。</source>
            <translation>Have the court open it by escrow.</translation>
        </message>
        <message>
            <source>要两个人批准。</source>
            <translation>Two approvals are needed.</translation>
        </message>
        <message>
            <source>再找一位。</source>
            <translation>Find another one.</translation>
        </message>
        <message>
            <source>要两位人员一起输入。</source>
            <translation>Two officers are needed.</translation>
        </message>
        <message>
            <source>口令错得太多，还要等 {wait_s} 秒。</source>
            <translation>Too many wrong passphrases: wait {wait_s} seconds.</translation>
        </message>
        <message>
            <source>等一等再试。</source>
            <translation>Then try again.</translation>
        </message>
        <message>
            <source>法院代码不对。</source>
            <translation>The court's code is wrong.</translation>
        </message>
        <message>
            <source>打电话再核对一遍。</source>
            <translation>Ask for it again by telephone.</translation>
        </message>
        <message>
            <source>密钥打不开这份资料。</source>
            <translation>The key does not open this database.</translation>
        </message>
        <message>
            <source>口令不对。</source>
            <translation>The passphrase is wrong.</translation>
        </message>
        <message>
            <source>看看大小写和输入法，再输一遍。</source>
            <translation>Check capitals and input method, then try again.</translation>
        </message>
        <message>
            <source>短码不对，还能试 {tries_left} 次。</source>
            <translation>The PIN is wrong; {tries_left} tries are left.</translation>
        </message>
        <message>
            <source>再输一遍。</source>
            <translation>Try again.</translation>
        </message>
        <message>
            <source>签名的算法不认识（{algorithm}）。</source>
            <translation>The signature's algorithm is not supported ({algorithm}).</translation>
        </message>
        <message>
            <source>请管理员升级程序。</source>
            <translation>Ask the administrator to upgrade.</translation>
        </message>
        <message>
            <source>这个人已经签过了。</source>
            <translation>This person has signed.</translation>
        </message>
        <message>
            <source>看下一个。</source>
            <translation>Go on to the next.</translation>
        </message>
        <message>
            <source>附件坏了。</source>
            <translation>The attachment is damaged.</translation>
        </message>
        <message>
            <source>从第二份备份或法院取回。</source>
            <translation>Fetch it from the second copy or the court.</translation>
        </message>
        <message>
            <source>文件是空的。</source>
            <translation>The file is empty.</translation>
        </message>
        <message>
            <source>换一个文件。</source>
            <translation>Choose another.</translation>
        </message>
        <message>
            <source>附件还没有传完。</source>
            <translation>The attachment is not complete.</translation>
        </message>
        <message>
            <source>接着传。</source>
            <translation>Go on sending it.</translation>
        </message>
        <message>
            <source>附件没有名称。</source>
            <translation>The attachment has no name.</translation>
        </message>
        <message>
            <source>写上名称。</source>
            <translation>Enter one.</translation>
        </message>
        <message>
            <source>附件和登记的不一样。</source>
            <translation>The attachment is not as announced.</translation>
        </message>
        <message>
            <source>重新取一次。</source>
            <translation>Fetch it again.</translation>
        </message>
        <message>
            <source>附件不在本机。</source>
            <translation>The attachment is not here.</translation>
        </message>
        <message>
            <source>连上法院取下来。</source>
            <translation>Fetch it from the court.</translation>
        </message>
        <message>
            <source>附件续传的位置不对。</source>
            <translation>The attachment resumes at the wrong place.</translation>
        </message>
        <message>
            <source>重新传一次。</source>
            <translation>Send it again.</translation>
        </message>
        <message>
            <source>附件的大小不对。</source>
            <translation>The attachment's size is wrong.</translation>
        </message>
        <message>
            <source>文书还缺一项：{label}。</source>
            <translation>The paper lacks a blank: {label}.</translation>
        </message>
        <message>
            <source>到“{screen}”页补上，再出文书。</source>
            <translation>Fill it in on the page “{screen}”, then make the paper.</translation>
        </message>
        <message>
            <source>文书里有一项填得不对：{label}。</source>
            <translation>A blank of the paper is not valid: {label}.</translation>
        </message>
        <message>
            <source>改好再出文书。</source>
            <translation>Correct it and try again.</translation>
        </message>
        <message>
            <source>文书没有这一项（{blank}）。</source>
            <translation>The paper has no such blank ({blank}).</translation>
        </message>
        <message>
            <source>请管理员看文书样式。</source>
            <translation>Ask the administrator.</translation>
        </message>
        <message>
            <source>有一个不能印的符号（{where}）。</source>
            <translation>There is a sign that cannot be printed ({where}).</translation>
        </message>
        <message>
            <source>删掉它重新打字。</source>
            <translation>Delete it and type again.</translation>
        </message>
        <message>
            <source>字体坏了（{file}）。</source>
            <translation>A font is damaged ({file}).</translation>
        </message>
        <message>
            <source>缺少排文书的字体。</source>
            <translation>Fonts for papers are missing.</translation>
        </message>
        <message>
            <source>字体里没有“{character}”这个字。</source>
            <translation>No font has the character {character}.</translation>
        </message>
        <message>
            <source>换一个写法，或请管理员装生僻字字体。</source>
            <translation>Write it otherwise, or install a font of rare characters.</translation>
        </message>
        <message>
            <source>还没有笔迹。</source>
            <translation>Nothing was written.</translation>
        </message>
        <message>
            <source>请写下姓名。</source>
            <translation>Write the name.</translation>
        </message>
        <message>
            <source>笔迹的格式不认识。</source>
            <translation>The ink's format is unknown.</translation>
        </message>
        <message>
            <source>本机签发证书已过期。</source>
            <translation>This laptop's issuing certificate has expired.</translation>
        </message>
        <message>
            <source>连上法院网络更新，或在纸上签名。</source>
            <translation>Renew it at the court, or sign on paper.</translation>
        </message>
        <message>
            <source>本机还没有签名用的证书。</source>
            <translation>This laptop has no certificate for signing.</translation>
        </message>
        <message>
            <source>在纸上签名后扫描存入，或回院办理。</source>
            <translation>Sign on paper and scan it, or get one at the court.</translation>
        </message>
        <message>
            <source>这份文书不用这个人签。</source>
            <translation>This person does not sign this paper.</translation>
        </message>
        <message>
            <source>看签名列表。</source>
            <translation>See the list.</translation>
        </message>
        <message>
            <source>还轮不到这个人签。</source>
            <translation>It is not this person's turn.</translation>
        </message>
        <message>
            <source>等前面的人签完。</source>
            <translation>Wait for those before.</translation>
        </message>
        <message>
            <source>这一处不由您签。</source>
            <translation>This is not your signature.</translation>
        </message>
        <message>
            <source>换到该签的人操作（Ctrl+U）。</source>
            <translation>Let the right officer take over (Ctrl+U).</translation>
        </message>
        <message>
            <source>您还没有签名证书。</source>
            <translation>You have no certificate for signing.</translation>
        </message>
        <message>
            <source>回院由管理员办理；急用的在纸上签。</source>
            <translation>Get one at the court, or sign on paper.</translation>
        </message>
        <message>
            <source>这份文书已经准备好签名。</source>
            <translation>The paper is ready to be signed.</translation>
        </message>
        <message>
            <source>直接签名。</source>
            <translation>Sign it.</translation>
        </message>
        <message>
            <source>文书的内容和记录对不上。</source>
            <translation>The paper is not what the record says.</translation>
        </message>
        <message>
            <source>不要再用这一份，马上告诉管理员。</source>
            <translation>Do not use it, and tell the administrator at once.</translation>
        </message>
        <message>
            <source>文书刚刚又有人签了。</source>
            <translation>Somebody has signed meanwhile.</translation>
        </message>
        <message>
            <source>看一眼新的内容，再签。</source>
            <translation>Look again, then sign.</translation>
        </message>
        <message>
            <source>这份文书现在还不能出（{document}）。</source>
            <translation>This paper does not suit the case now ({document}).</translation>
        </message>
        <message>
            <source>先办完它所记的事，再出文书。</source>
            <translation>First do what it tells of.</translation>
        </message>
        <message>
            <source>文书已经签完，不能再改。</source>
            <translation>The paper is complete and cannot change.</translation>
        </message>
        <message>
            <source>要改的，另出补正裁定。</source>
            <translation>Make a correction ruling.</translation>
        </message>
        <message>
            <source>文书还没有签完。</source>
            <translation>The paper is not complete.</translation>
        </message>
        <message>
            <source>签完再办这一步。</source>
            <translation>Have it signed first.</translation>
        </message>
        <message>
            <source>还没有签发这份文书（{document}）。</source>
            <translation>The paper has not been issued ({document}).</translation>
        </message>
        <message>
            <source>先到“文书”页签发。</source>
            <translation>Issue it first.</translation>
        </message>
        <message>
            <source>文书文件读不懂。</source>
            <translation>The paper cannot be read.</translation>
        </message>
        <message>
            <source>重新打开；还不行请告诉管理员。</source>
            <translation>Open it again, or tell the administrator.</translation>
        </message>
        <message>
            <source>没有写拒签的理由。</source>
            <translation>The reason for refusing is missing.</translation>
        </message>
        <message>
            <source>写明理由。</source>
            <translation>Enter it.</translation>
        </message>
        <message>
            <source>没有写拒签的见证人。</source>
            <translation>The refusal has no witness.</translation>
        </message>
        <message>
            <source>写明见证人。</source>
            <translation>Name one.</translation>
        </message>
        <message>
            <source>还没有选扫描件。</source>
            <translation>There is no scan.</translation>
        </message>
        <message>
            <source>选签好的扫描件或照片。</source>
            <translation>Choose the signed pages.</translation>
        </message>
        <message>
            <source>扫描件读不懂。</source>
            <translation>The scan cannot be read.</translation>
        </message>
        <message>
            <source>用 JPG、PNG 或 PDF 再试。</source>
            <translation>Use JPG, PNG or PDF.</translation>
        </message>
        <message>
            <source>用印要两位保管人。</source>
            <translation>The seal needs two holders.</translation>
        </message>
        <message>
            <source>请法院重新分配。</source>
            <translation>Ask the court.</translation>
        </message>
        <message>
            <source>这台电脑上没有院印。</source>
            <translation>The seal is not on this laptop.</translation>
        </message>
        <message>
            <source>盖携带的实体印章后扫描，或回院用印。</source>
            <translation>Use the carried seal and scan it, or seal at the court.</translation>
        </message>
        <message>
            <source>院印的一份密钥坏了。</source>
            <translation>A share of the seal is damaged.</translation>
        </message>
        <message>
            <source>请法院重新发放。</source>
            <translation>Ask the court for a new one.</translation>
        </message>
        <message>
            <source>没有签名人的姓名。</source>
            <translation>The signer has no name.</translation>
        </message>
        <message>
            <source>补上姓名。</source>
            <translation>Enter it.</translation>
        </message>
        <message>
            <source>文件读不出来。</source>
            <translation>The file cannot be read.</translation>
        </message>
        <message>
            <source>看看文件还在不在，盘有没有拔掉。</source>
            <translation>See whether it is there and the stick is in.</translation>
        </message>
        <message>
            <source>文书样式坏了。</source>
            <translation>The template is not valid.</translation>
        </message>
        <message>
            <source>文书太长，排不出来。</source>
            <translation>The paper is too long.</translation>
        </message>
        <message>
            <source>把内容分成几份。</source>
            <translation>Divide it.</translation>
        </message>
        <message>
            <source>没有这种文书样式（{document}）。</source>
            <translation>There is no such template ({document}).</translation>
        </message>
        <message>
            <source>还没有指印。</source>
            <translation>There is no thumbprint.</translation>
        </message>
        <message>
            <source>重新捺印。</source>
            <translation>Press again.</translation>
        </message>
        <message>
            <source>指印图像读不懂。</source>
            <translation>The thumbprint cannot be read.</translation>
        </message>
        <message>
            <source>重新捺印，用 PNG 或 JPG。</source>
            <translation>Press again; use PNG or JPG.</translation>
        </message>
        <message>
            <source>时间戳没有取到。</source>
            <translation>No timestamp was given.</translation>
        </message>
        <message>
            <source>不影响签名，回院后再取。</source>
            <translation>The signature stands; try again at the court.</translation>
        </message>
        <message>
            <source>密钥盘出错了。</source>
            <translation>The token failed.</translation>
        </message>
        <message>
            <source>拔下来重新插上再试。</source>
            <translation>Pull it out and try again.</translation>
        </message>
        <message>
            <source>密钥盘被锁住了。</source>
            <translation>The token is locked.</translation>
        </message>
        <message>
            <source>请管理员解锁。</source>
            <translation>Ask the administrator.</translation>
        </message>
        <message>
            <source>没有插密钥盘。</source>
            <translation>There is no token.</translation>
        </message>
        <message>
            <source>插上密钥盘再试。</source>
            <translation>Plug it in.</translation>
        </message>
        <message>
            <source>密钥盘的口令不对。</source>
            <translation>The token's PIN is wrong.</translation>
        </message>
        <message>
            <source>想好再输，错多了会锁住。</source>
            <translation>Think before you try again: it locks.</translation>
        </message>
        <message>
            <source>密钥盘里没有证书。</source>
            <translation>The token holds no certificate.</translation>
        </message>
        <message>
            <source>换对的密钥盘，或请管理员办理。</source>
            <translation>Use the right one, or ask the administrator.</translation>
        </message>
        <message>
            <source>没有这份文书。</source>
            <translation>There is no such paper.</translation>
        </message>
        <message>
            <source>重新打开“文书”页。</source>
            <translation>Open the papers page again.</translation>
        </message>
        <message>
            <source>这里不能这样签。</source>
            <translation>This way of signing is not permitted here.</translation>
        </message>
        <message>
            <source>换一种方式。</source>
            <translation>Choose another.</translation>
        </message>
        <message>
            <source>这份文书须在纸上签名（{article}）。</source>
            <translation>This paper is signed on paper ({article}).</translation>
        </message>
        <message>
            <source>打印，签好后扫描存入。</source>
            <translation>Print it, have it signed, and scan it.</translation>
        </message>
        <message>
            <source>金额写得不对。</source>
            <translation>The amount is not well formed.</translation>
        </message>
        <message>
            <source>只写数字，最多两位小数，如 36000.00。</source>
            <translation>Digits only, at most two decimals.</translation>
        </message>
        <message>
            <source>没有写金额。</source>
            <translation>The amount is missing.</translation>
        </message>
        <message>
            <source>写上金额。</source>
            <translation>Enter it.</translation>
        </message>
        <message>
            <source>金额不能是负数。</source>
            <translation>The amount is negative.</translation>
        </message>
        <message>
            <source>写正数。</source>
            <translation>Enter a positive one.</translation>
        </message>
        <message>
            <source>金额太大了。</source>
            <translation>The amount is too large.</translation>
        </message>
        <message>
            <source>核对位数。</source>
            <translation>Check the digits.</translation>
        </message>
        <message>
            <source>金额最多两位小数。</source>
            <translation>The amount has more than two decimals.</translation>
        </message>
        <message>
            <source>写到分为止。</source>
            <translation>Stop at the fen.</translation>
        </message>
        <message>
            <source>金额不能是零。</source>
            <translation>The amount is zero.</translation>
        </message>
        <message>
            <source>写上实际金额。</source>
            <translation>Enter the real amount.</translation>
        </message>
        <message>
            <source>没有这种申请。</source>
            <translation>There is no such application.</translation>
        </message>
        <message>
            <source>号码开头的地区代码不认识。</source>
            <translation>The area code is unknown.</translation>
        </message>
        <message>
            <source>再核对证件。</source>
            <translation>Check the card again.</translation>
        </message>
        <message>
            <source>没有这种问题。</source>
            <translation>There is no such question.</translation>
        </message>
        <message>
            <source>核对问题的名称。</source>
            <translation>Check its name.</translation>
        </message>
        <message>
            <source>放假安排前后矛盾，或者比法定的少。</source>
            <translation>The calendar of holidays contradicts itself, or gives less rest than the law.</translation>
        </message>
        <message>
            <source>对照国务院的放假通知：有没有日子重复、写错年份、漏了哪个节、多写了补班。改好再导入。</source>
            <translation>Compare it with the State Council's notice: a day listed twice, a wrong year, a holiday left out, a made-up working day too many. Mend it and import it again.</translation>
        </message>
        <message>
            <source>请管理员重新导入。</source>
            <translation>Ask the administrator to import it again.</translation>
        </message>
        <message>
            <source>放假安排的文件读不懂。</source>
            <translation>The calendar cannot be read.</translation>
        </message>
        <message>
            <source>收现金的三项条件不全（{article}）。</source>
            <translation>Not all three conditions for cash are met ({article}).</translation>
        </message>
        <message>
            <source>缺一项就不能收；请当事人到银行或用电子支付。</source>
            <translation>Have the party pay at the bank or electronically.</translation>
        </message>
        <message>
            <source>没有这项条件（{article}）。</source>
            <translation>There is no such condition ({article}).</translation>
        </message>
        <message>
            <source>从三项条件里选。</source>
            <translation>Choose among the three.</translation>
        </message>
        <message>
            <source>没有财政票据号，不能收现金（{article}）。</source>
            <translation>No cash without a ticket number ({article}).</translation>
        </message>
        <message>
            <source>写上票据号，并把票据交给交款人。</source>
            <translation>Enter the ticket number and hand over the ticket.</translation>
        </message>
        <message>
            <source>案由表读不懂。</source>
            <translation>The table of causes cannot be read.</translation>
        </message>
        <message>
            <source>那时的案由表没有录入。</source>
            <translation>The causes of that time are not known here.</translation>
        </message>
        <message>
            <source>核对日期。</source>
            <translation>Check the date.</translation>
        </message>
        <message>
            <source>没有这条法律。</source>
            <translation>There is no such article.</translation>
        </message>
        <message>
            <source>核对法律名称和条文号。</source>
            <translation>Check law and article.</translation>
        </message>
        <message>
            <source>统一社会信用代码里有不该有的字。</source>
            <translation>The credit code has a character it cannot have.</translation>
        </message>
        <message>
            <source>没有 I、O、S、V、Z；对照证照改好。</source>
            <translation>It has no I, O, S, V or Z.</translation>
        </message>
        <message>
            <source>统一社会信用代码的校验位应为 {expected}。</source>
            <translation>The credit code's check character should be {expected}.</translation>
        </message>
        <message>
            <source>对照证照；确实如此的，写明理由照登。</source>
            <translation>Compare the certificate; keep it if it truly reads so.</translation>
        </message>
        <message>
            <source>统一社会信用代码应为 18 位，现在是 {length} 位。</source>
            <translation>The credit code should have 18 characters, not {length}.</translation>
        </message>
        <message>
            <source>补全或删去多余的。</source>
            <translation>Complete or shorten it.</translation>
        </message>
        <message>
            <source>统一社会信用代码写得不对。</source>
            <translation>The credit code is not well formed.</translation>
        </message>
        <message>
            <source>对照证照改好。</source>
            <translation>Compare the certificate.</translation>
        </message>
        <message>
            <source>日期写得不对。</source>
            <translation>The date is not well formed.</translation>
        </message>
        <message>
            <source>照 2026-03-20 的样子写。</source>
            <translation>Write it like 2026-03-20.</translation>
        </message>
        <message>
            <source>没有这一天。</source>
            <translation>There is no such day.</translation>
        </message>
        <message>
            <source>核对月份和日子。</source>
            <translation>Check month and day.</translation>
        </message>
        <message>
            <source>日期太早或太晚。</source>
            <translation>The date is too early or too late.</translation>
        </message>
        <message>
            <source>核对年份。</source>
            <translation>Check the year.</translation>
        </message>
        <message>
            <source>出生日期和身份证号不一致，号码是 {read}。</source>
            <translation>The birth date differs from the ID number, which says {read}.</translation>
        </message>
        <message>
            <source>对照身份证改好其中一个。</source>
            <translation>Compare the card and correct one.</translation>
        </message>
        <message>
            <source>身份证号里的出生日期还没到。</source>
            <translation>The ID number's birth date lies ahead.</translation>
        </message>
        <message>
            <source>对照身份证改好。</source>
            <translation>Compare the card.</translation>
        </message>
        <message>
            <source>身份证号里没有这个出生日期。</source>
            <translation>The ID number's birth date is not a real day.</translation>
        </message>
        <message>
            <source>身份证号只能是数字，最后一位可以是 X。</source>
            <translation>An ID number has digits only, and perhaps a last X.</translation>
        </message>
        <message>
            <source>身份证号有一位不对；前十七位都对的话，最后一位应为 {expected}。</source>
            <translation>A character of the ID number is wrong; if the first 17 are right, the last should be {expected}.</translation>
        </message>
        <message>
            <source>有一位打错了，对照身份证逐位核对。</source>
            <translation>A digit is mistyped: compare the card.</translation>
        </message>
        <message>
            <source>身份证号应为 18 位，现在是 {length} 位。</source>
            <translation>An ID number has 18 digits, not {length}.</translation>
        </message>
        <message>
            <source>身份证号写得不对。</source>
            <translation>The ID number is not well formed.</translation>
        </message>
        <message>
            <source>性别和身份证号不一致，号码是 {read}。</source>
            <translation>The sex differs from the ID number, which says {read}.</translation>
        </message>
        <message>
            <source>计息的起止日期不对。</source>
            <translation>The days of interest are not right.</translation>
        </message>
        <message>
            <source>止日要在起日之后。</source>
            <translation>The end must follow the start.</translation>
        </message>
        <message>
            <source>这一行读不懂。</source>
            <translation>The line cannot be read.</translation>
        </message>
        <message>
            <source>核对格式。</source>
            <translation>Check its format.</translation>
        </message>
        <message>
            <source>贷款市场报价利率表读不懂。</source>
            <translation>The LPR table cannot be read.</translation>
        </message>
        <message>
            <source>那一天的贷款市场报价利率没有录入。</source>
            <translation>The LPR of that day is not known here.</translation>
        </message>
        <message>
            <source>请管理员导入新的利率表。</source>
            <translation>Ask the administrator for a newer table.</translation>
        </message>
        <message>
            <source>数字写得不对。</source>
            <translation>The number is not well formed.</translation>
        </message>
        <message>
            <source>改好再试。</source>
            <translation>Correct it.</translation>
        </message>
        <message>
            <source>数字太大或太小。</source>
            <translation>The number is out of range.</translation>
        </message>
        <message>
            <source>核对后改好。</source>
            <translation>Check it.</translation>
        </message>
        <message>
            <source>这是旧的十五位身份证号，已换算成十八位。</source>
            <translation>This is an old 15-digit number, now turned into 18.</translation>
        </message>
        <message>
            <source>请对照新身份证。</source>
            <translation>Compare the new card.</translation>
        </message>
        <message>
            <source>按号码算已超过一百二十岁。</source>
            <translation>By the number the person is over 120.</translation>
        </message>
        <message>
            <source>收的比应交的多，现在只应交 {due} 元。</source>
            <translation>More than due: only {due} yuan are left to pay.</translation>
        </message>
        <message>
            <source>改好金额；已经多收的，办理退费。</source>
            <translation>Correct the amount; refund what was taken too much.</translation>
        </message>
        <message>
            <source>期限的长度不对。</source>
            <translation>The length of the period is not valid.</translation>
        </message>
        <message>
            <source>写一个合理的数。</source>
            <translation>Enter a sensible one.</translation>
        </message>
        <message>
            <source>按小时计算的期限要写几点几分。</source>
            <translation>A period of hours needs a time of day.</translation>
        </message>
        <message>
            <source>补上时间。</source>
            <translation>Add the time.</translation>
        </message>
        <message>
            <source>这一项不是一段期限（{article}）。</source>
            <translation>This is not a length of time ({article}).</translation>
        </message>
        <message>
            <source>看条文的要求办。</source>
            <translation>Do as the article says.</translation>
        </message>
        <message>
            <source>没有这种期限。</source>
            <translation>There is no such period.</translation>
        </message>
        <message>
            <source>这种期限分几种情形，还没有选。</source>
            <translation>This period has several cases.</translation>
        </message>
        <message>
            <source>在“情形”里选一种。</source>
            <translation>Choose one of them.</translation>
        </message>
        <message>
            <source>没有录入本省的收费标准（{article}）。</source>
            <translation>The province's fee was not entered ({article}).</translation>
        </message>
        <message>
            <source>到“设置”的“法院”里录入。</source>
            <translation>Enter it in the court's settings.</translation>
        </message>
        <message>
            <source>本省的收费标准超出法定幅度（{article}）。</source>
            <translation>The province's fee is out of range ({article}).</translation>
        </message>
        <message>
            <source>到“设置”的“法院”里改好。</source>
            <translation>Correct it in the court's settings.</translation>
        </message>
        <message>
            <source>问题写得不完整。</source>
            <translation>The question is not complete.</translation>
        </message>
        <message>
            <source>利率写得不对。</source>
            <translation>The rate is not well formed.</translation>
        </message>
        <message>
            <source>照 3.1 的样子写。</source>
            <translation>Write it like 3.1.</translation>
        </message>
        <message>
            <source>没有写理由。</source>
            <translation>The reason is missing.</translation>
        </message>
        <message>
            <source>代码第一位的登记机关不认识。</source>
            <translation>The registrar is unknown.</translation>
        </message>
        <message>
            <source>再核对证照。</source>
            <translation>Check the certificate again.</translation>
        </message>
        <message>
            <source>缓交要在立案前决定（{article}）。</source>
            <translation>Deferral is decided before filing ({article}).</translation>
        </message>
        <message>
            <source>改为减交或免交，或按期交纳。</source>
            <translation>Choose another relief, or have it paid.</translation>
        </message>
        <message>
            <source>没有这条依据（{article}）。</source>
            <translation>There is no such ground ({article}).</translation>
        </message>
        <message>
            <source>从列出的依据里选。</source>
            <translation>Choose from the list.</translation>
        </message>
        <message>
            <source>没有这种救助。</source>
            <translation>There is no such relief.</translation>
        </message>
        <message>
            <source>选缓交、减交或免交。</source>
            <translation>Choose deferral, reduction or exemption.</translation>
        </message>
        <message>
            <source>免交只对自然人（{article}）。</source>
            <translation>Exemption is for natural persons only ({article}).</translation>
        </message>
        <message>
            <source>改为减交或缓交。</source>
            <translation>Choose another relief.</translation>
        </message>
        <message>
            <source>{officer}不能批准缓减免。</source>
            <translation>{officer} cannot approve relief.</translation>
        </message>
        <message>
            <source>由庭长或院长批准。</source>
            <translation>The division chief or the president does.</translation>
        </message>
        <message>
            <source>减交不得低于百分之三十（{article}）。</source>
            <translation>A reduction is at least 30 % ({article}).</translation>
        </message>
        <message>
            <source>改大减交的金额。</source>
            <translation>Raise it.</translation>
        </message>
        <message>
            <source>没有这种取整办法。</source>
            <translation>There is no such rounding.</translation>
        </message>
        <message>
            <source>到“设置”里选。</source>
            <translation>Choose it in the settings.</translation>
        </message>
        <message>
            <source>扣除的起止日期不对。</source>
            <translation>The suspended days are not right.</translation>
        </message>
        <message>
            <source>票据号{ticket_no}已经用过。</source>
            <translation>Ticket {ticket_no} was used before.</translation>
        </message>
        <message>
            <source>核对票据号。</source>
            <translation>Check the ticket number.</translation>
        </message>
        <message>
            <source>包里有不认识的电脑写的记录。</source>
            <translation>The bundle holds entries of an unknown device.</translation>
        </message>
        <message>
            <source>请法院核对这台电脑。</source>
            <translation>Ask the court about that device.</translation>
        </message>
        <message>
            <source>一次送得太多。</source>
            <translation>The batch is too large.</translation>
        </message>
        <message>
            <source>程序会分小再送；反复出现请告诉管理员。</source>
            <translation>It is sent again in parts; if it stays, tell the administrator.</translation>
        </message>
        <message>
            <source>存储盘上的包坏了（第 {volume} 卷）。</source>
            <translation>The bundle is damaged (volume {volume}).</translation>
        </message>
        <message>
            <source>重新写一次。</source>
            <translation>Write it again.</translation>
        </message>
        <message>
            <source>这个包是给别的电脑的。</source>
            <translation>The bundle is for another laptop.</translation>
        </message>
        <message>
            <source>换对的包。</source>
            <translation>Use the right one.</translation>
        </message>
        <message>
            <source>这里没有回传包。</source>
            <translation>There is no bundle here.</translation>
        </message>
        <message>
            <source>选对文件夹。</source>
            <translation>Choose the right folder.</translation>
        </message>
        <message>
            <source>包缺第 {volume} 卷。</source>
            <translation>Volume {volume} is missing.</translation>
        </message>
        <message>
            <source>把所有卷放在一起再读。</source>
            <translation>Put all volumes together.</translation>
        </message>
        <message>
            <source>没有出示证书。</source>
            <translation>There is no certificate.</translation>
        </message>
        <message>
            <source>请管理员重新登记入网。</source>
            <translation>Ask the administrator to enrol again.</translation>
        </message>
        <message>
            <source>法院不认这台电脑的证书。</source>
            <translation>The court refuses this laptop's certificate.</translation>
        </message>
        <message>
            <source>请管理员看是不是过期或被停用。</source>
            <translation>Ask the administrator whether it expired or was revoked.</translation>
        </message>
        <message>
            <source>记录中间缺一段。</source>
            <translation>A piece of the record is missing.</translation>
        </message>
        <message>
            <source>下次回传会补上；反复出现请告诉管理员。</source>
            <translation>The next round fills it; if it stays, tell the administrator.</translation>
        </message>
        <message>
            <source>电脑时钟差得太多。</source>
            <translation>The clock is far off.</translation>
        </message>
        <message>
            <source>校准时间再回传。</source>
            <translation>Set it and try again.</translation>
        </message>
        <message>
            <source>这里已经有法院资料了。</source>
            <translation>There is a court here.</translation>
        </message>
        <message>
            <source>法院的回执对不上。</source>
            <translation>The court's receipt is false.</translation>
        </message>
        <message>
            <source>不要删任何东西，马上告诉管理员。</source>
            <translation>Delete nothing and tell the administrator at once.</translation>
        </message>
        <message>
            <source>演练法院没有启动。</source>
            <translation>The practice court did not start.</translation>
        </message>
        <message>
            <source>看看端口是不是被占用，再试。</source>
            <translation>See whether its port is in use.</translation>
        </message>
        <message>
            <source>这台电脑已经登记入网。</source>
            <translation>This laptop is enrolled.</translation>
        </message>
        <message>
            <source>不用再办。</source>
            <translation>Nothing is left to do.</translation>
        </message>
        <message>
            <source>这台电脑已被停用。</source>
            <translation>This laptop was revoked.</translation>
        </message>
        <message>
            <source>交给管理员。</source>
            <translation>Hand it to the administrator.</translation>
        </message>
        <message>
            <source>法院不认识这台电脑。</source>
            <translation>The court does not know this laptop.</translation>
        </message>
        <message>
            <source>请管理员登记入网。</source>
            <translation>Ask the administrator to enrol it.</translation>
        </message>
        <message>
            <source>登记码过期了。</source>
            <translation>The enrolment code has expired.</translation>
        </message>
        <message>
            <source>请法院再给一个。</source>
            <translation>Ask the court for another.</translation>
        </message>
        <message>
            <source>登记码不对。</source>
            <translation>The enrolment code is wrong.</translation>
        </message>
        <message>
            <source>对照纸条逐字再输。</source>
            <translation>Compare the slip and type again.</translation>
        </message>
        <message>
            <source>登记请求坏了。</source>
            <translation>The enrolment request is damaged.</translation>
        </message>
        <message>
            <source>再试一次。</source>
            <translation>Try again.</translation>
        </message>
        <message>
            <source>登记单读不懂。</source>
            <translation>The enrolment ticket cannot be read.</translation>
        </message>
        <message>
            <source>换一个文件，或请法院再给。</source>
            <translation>Ask the court for another.</translation>
        </message>
        <message>
            <source>有一条记录被改动过。</source>
            <translation>An entry has been tampered with.</translation>
        </message>
        <message>
            <source>不要再用，马上告诉管理员。</source>
            <translation>Stop and tell the administrator at once.</translation>
        </message>
        <message>
            <source>一组记录没有送全。</source>
            <translation>A group of entries was cut.</translation>
        </message>
        <message>
            <source>再回传一次。</source>
            <translation>Send again.</translation>
        </message>
        <message>
            <source>这里没有法院资料。</source>
            <translation>There is no court here.</translation>
        </message>
        <message>
            <source>这台电脑还没有登记入网。</source>
            <translation>This laptop is not enrolled.</translation>
        </message>
        <message>
            <source>请管理员在法院办理。</source>
            <translation>Ask the administrator at the court.</translation>
        </message>
        <message>
            <source>法院日志里没有这个位置。</source>
            <translation>The court's log has no such place.</translation>
        </message>
        <message>
            <source>法院服务器出错（{status}）。</source>
            <translation>The court's server failed ({status}).</translation>
        </message>
        <message>
            <source>稍后再试；一直不行请告诉管理员。</source>
            <translation>Try later, or tell the administrator.</translation>
        </message>
        <message>
            <source>连不上法院。</source>
            <translation>The court cannot be reached.</translation>
        </message>
        <message>
            <source>看看网线；不行就用存储盘带回。</source>
            <translation>Check the cable, or carry a stick.</translation>
        </message>
        <message>
            <source>连到了别的法院。</source>
            <translation>This is another court.</translation>
        </message>
        <message>
            <source>看看网线接在哪里。</source>
            <translation>See where the cable goes.</translation>
        </message>
        <message>
            <source>送什么</source>
            <translation>What to serve</translation>
        </message>
        <message>
            <source>受送达人</source>
            <translation>Served on</translation>
        </message>
        <message>
            <source>直接</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>电子送达</source>
            <translation>Electronic</translation>
        </message>
        <message>
            <source>留置</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>公告</source>
            <translation>Notice</translation>
        </message>
        <message>
            <source>简便方式</source>
            <translation>Simple way</translation>
        </message>
        <message>
            <source>转交</source>
            <translation>Via unit</translation>
        </message>
        <message>
            <source>委托</source>
            <translation>Via court</translation>
        </message>
        <message>
            <source>送达时间</source>
            <translation>Served at</translation>
        </message>
        <message>
            <source>代收人（不是本人收的）</source>
            <translation>Received by another</translation>
        </message>
        <message>
            <source>和受送达人的关系</source>
            <translation>Their relation</translation>
        </message>
        <message>
            <source>拒收的理由</source>
            <translation>Reason for refusing</translation>
        </message>
        <message>
            <source>见证人（用顿号隔开）</source>
            <translation>Witnesses (separate with 、)</translation>
        </message>
        <message>
            <source>照片或录像</source>
            <translation>Photos or video</translation>
        </message>
        <message>
            <source>选照片或录像</source>
            <translation>Choose photos or video</translation>
        </message>
        <message>
            <source>记下送达</source>
            <translation>Record the service</translation>
        </message>
        <message>
            <source>已经送达的</source>
            <translation>Served so far</translation>
        </message>
        <message>
            <source>选中的电子送达已由法院系统发出</source>
            <translation>The court's system has sent the chosen one</translation>
        </message>
        <message>
            <source>由送达算出的日期</source>
            <translation>Dates that follow</translation>
        </message>
        <message>
            <source>在“方式”上按数字选</source>
            <translation>On “Way”, choose by digit</translation>
        </message>
        <message>
            <source>还没有要送达的文书。先到“文书”页签发，签好名再送。</source>
            <translation>Nothing to serve yet. Issue papers first, have them signed, then serve.</translation>
        </message>
        <message>
            <source>等着发出</source>
            <translation>waits to be sent</translation>
        </message>
        <message>
            <source>由审判员决定适用程序后才能计算。</source>
            <translation>Known once a judge has decided the procedure.</translation>
        </message>
        <message>
            <source>生效</source>
            <translation>In effect</translation>
        </message>
        <message>
            <source>上诉到</source>
            <translation>Appeal until</translation>
        </message>
        <message>
            <source>异议到</source>
            <translation>Objection until</translation>
        </message>
        <message>
            <source>共同申请最迟</source>
            <translation>Joint filing until</translation>
        </message>
        <message>
            <source>再起诉要等到</source>
            <translation>New suit not before</translation>
        </message>
        <message>
            <source>审限</source>
            <translation>Time limit</translation>
        </message>
        <message>
            <source>还没有开始计算的期限。</source>
            <translation>No period runs yet.</translation>
        </message>
        <message>
            <source>选好文书、受送达人和方式，这里会说法律允不允许。</source>
            <translation>Choose papers, person and way: the law's answer appears here.</translation>
        </message>
        <message>
            <source>可以这样送达（{articles}）</source>
            <translation>This is allowed ({articles})</translation>
        </message>
        <message>
            <source>{count} 个文件</source>
            <translation>{count} files</translation>
        </message>
        <message>
            <source>还没有选文书。</source>
            <translation>No paper was chosen.</translation>
        </message>
        <message>
            <source>在“送什么”里勾上要送的文书。</source>
            <translation>Tick the papers under “What to serve”.</translation>
        </message>
        <message>
            <source>送达已记下。</source>
            <translation>The service is recorded.</translation>
        </message>
        <message>
            <source>界面</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>短码和口令</source>
            <translation>PIN, passphrase</translation>
        </message>
        <message>
            <source>法院</source>
            <translation>Court</translation>
        </message>
        <message>
            <source>语言</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>字的大小</source>
            <translation>Size of type</translation>
        </message>
        <message>
            <source>高对比度：黑字白底，边框更重</source>
            <translation>High contrast: black on white, heavier borders</translation>
        </message>
        <message>
            <source>对比度</source>
            <translation>Contrast</translation>
        </message>
        <message>
            <source>换语言会回到登录，没说完的话都会留着。</source>
            <translation>Changing the language goes back to sign-in; nothing typed is lost.</translation>
        </message>
        <message>
            <source>登录口令</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>新短码（六到十二位数字）</source>
            <translation>New PIN (six to twelve digits)</translation>
        </message>
        <message>
            <source>再输一遍新短码</source>
            <translation>New PIN again</translation>
        </message>
        <message>
            <source>设短码：解锁屏幕和确认签名用</source>
            <translation>Set a PIN: unlocks the screen and confirms signatures</translation>
        </message>
        <message>
            <source>设这个短码</source>
            <translation>Set this PIN</translation>
        </message>
        <message>
            <source>现在的口令</source>
            <translation>Present passphrase</translation>
        </message>
        <message>
            <source>新口令</source>
            <translation>New passphrase</translation>
        </message>
        <message>
            <source>再输一遍新口令</source>
            <translation>New passphrase again</translation>
        </message>
        <message>
            <source>换登录口令：电脑丢了靠它保密，要长，最好是一句自己记得住的话</source>
            <translation>Change the passphrase: it guards a stolen laptop, so make it long, best a sentence you remember</translation>
        </message>
        <message>
            <source>换口令</source>
            <translation>Change the passphrase now</translation>
        </message>
        <message>
            <source>法院全称</source>
            <translation>Full name of the court</translation>
        </message>
        <message>
            <source>法院代字</source>
            <translation>Court code</translation>
        </message>
        <message>
            <source>人民法庭</source>
            <translation>Tribunal</translation>
        </message>
        <message>
            <source>上一级法院</source>
            <translation>Superior court</translation>
        </message>
        <message>
            <source>上年度就业人员年平均工资（元）</source>
            <translation>Last year's average wage of employed persons (yuan)</translation>
        </message>
        <message>
            <source>离婚案件受理费（50—300元）</source>
            <translation>Divorce fee (50–300 yuan)</translation>
        </message>
        <message>
            <source>人格权案件受理费（100—500元）</source>
            <translation>Personality rights fee (100–500 yuan)</translation>
        </message>
        <message>
            <source>其他非财产案件受理费（50—100元）</source>
            <translation>Other non-property fee (50–100 yuan)</translation>
        </message>
        <message>
            <source>管辖异议不成立（50—100元）</source>
            <translation>Objection to jurisdiction (50–100 yuan)</translation>
        </message>
        <message>
            <source>算到分</source>
            <translation>To the fen</translation>
        </message>
        <message>
            <source>四舍五入到元</source>
            <translation>To the yuan, half up</translation>
        </message>
        <message>
            <source>受理费取整</source>
            <translation>Rounding</translation>
        </message>
        <message>
            <source>先立案后调解（2025年起）</source>
            <translation>Register first, then mediate (since 2025)</translation>
        </message>
        <message>
            <source>诉前调解（旧）</source>
            <translation>Mediation before filing (old)</translation>
        </message>
        <message>
            <source>调解方式</source>
            <translation>Mediation mode</translation>
        </message>
        <message>
            <source>手写板（法律除外的用纸）</source>
            <translation>Pad (paper where the law says so)</translation>
        </message>
        <message>
            <source>一律用纸</source>
            <translation>Always paper</translation>
        </message>
        <message>
            <source>当事人签名</source>
            <translation>Parties sign on</translation>
        </message>
        <message>
            <source>本机院印</source>
            <translation>Seal on this laptop</translation>
        </message>
        <message>
            <source>携带实体印章</source>
            <translation>Carried seal</translation>
        </message>
        <message>
            <source>回院用印</source>
            <translation>Sealed at the court</translation>
        </message>
        <message>
            <source>诉讼费开户银行</source>
            <translation>Bank of the fee account</translation>
        </message>
        <message>
            <source>户名</source>
            <translation>Account name</translation>
        </message>
        <message>
            <source>账号</source>
            <translation>Account number</translation>
        </message>
        <message>
            <source>保存法院设置</source>
            <translation>Save the court's settings</translation>
        </message>
        <message>
            <source>短码设好了。</source>
            <translation>The PIN is set.</translation>
        </message>
        <message>
            <source>口令换好了，下次登录用新的。</source>
            <translation>The passphrase is changed; use the new one next time.</translation>
        </message>
        <message>
            <source>两遍不一样，重新输一遍。</source>
            <translation>The two differ: type it again.</translation>
        </message>
        <message>
            <source>法院设置已保存。</source>
            <translation>The court's settings are saved.</translation>
        </message>
        <message>
            <source>程序出错</source>
            <translation>Program error</translation>
        </message>
        <message>
            <source>程序出了错，这一步没有做成。</source>
            <translation>The program made an error; this step was not done.</translation>
        </message>
        <message>
            <source>此前已保存的内容都在。关上这个窗口可以接着办；如果反复出现，请把下面的内容交给管理员。</source>
            <translation>All that was saved before is there. Close this and go on; if it comes again, give the text below to the administrator.</translation>
        </message>
        <message>
            <source>下面只有程序自己的位置，没有案件内容。</source>
            <translation>Below are places in the program only, no word of a case.</translation>
        </message>
        <message>
            <source>接着办</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>复制</source>
            <translation>Copy it</translation>
        </message>
        <message>
            <source>屏幕已锁</source>
            <translation>The screen is locked</translation>
        </message>
        <message>
            <source>短码</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>短码（PIN）</source>
            <translation>PIN code</translation>
        </message>
        <message>
            <source>解锁</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>退出登录</source>
            <translation>Sign out</translation>
        </message>
        <message>
            <source>连错五次，密钥会从内存中清除，要重新用口令登录。</source>
            <translation>After five wrong ones the keys leave the memory; then sign in with the passphrase.</translation>
        </message>
        <message>
            <source>还没有输入短码。</source>
            <translation>No PIN was typed.</translation>
        </message>
        <message>
            <source>输入短码，再按 Enter。</source>
            <translation>Type the PIN and press Enter.</translation>
        </message>
        <message>
            <source>庭审还开着，不能换案件。</source>
            <translation>The sitting is open, so the case cannot be changed.</translation>
        </message>
        <message>
            <source>先在“庭审”页休庭或闭庭，再换案件。</source>
            <translation>Close the sitting first.</translation>
        </message>
        <message>
            <source>还没有选案件</source>
            <translation>No case is chosen</translation>
        </message>
        <message>
            <source>这一页办的是一个案件里的事。按 Ctrl+K 选一个案件，或者按 Ctrl+2 去立案。</source>
            <translation>This page works on one case. Press Ctrl+K to choose one, or Ctrl+2 to file one.</translation>
        </message>
        <message>
            <source>选案件  Ctrl+K</source>
            <translation>Choose a case  Ctrl+K</translation>
        </message>
        <message>
            <source>去立案  Ctrl+2</source>
            <translation>File a case  Ctrl+2</translation>
        </message>
        <message>
            <source>换人操作</source>
            <translation>Change officer</translation>
        </message>
        <message>
            <source>审判员和书记员共用一台电脑：谁办的事记在谁名下。</source>
            <translation>Judge and clerk share a laptop: each act stands under the name of who did it.</translation>
        </message>
        <message>
            <source>现在谁来操作</source>
            <translation>Who takes over</translation>
        </message>
        <message>
            <source>登录口令（还没登录的人）</source>
            <translation>Passphrase (of whoever is not signed in)</translation>
        </message>
        <message>
            <source>换人</source>
            <translation>Take over</translation>
        </message>
        <message>
            <source>（未登录）</source>
            <translation> (not signed in)</translation>
        </message>
        <message>
            <source>未编号</source>
            <translation>no number</translation>
        </message>
        <message>
            <source>选案件</source>
            <translation>Choose a case</translation>
        </message>
        <message>
            <source>案号、姓名、姓名的拼音首字母、案由，或者扫文书的方码</source>
            <translation>Number, name, pinyin initials, cause, or scan a paper's code</translation>
        </message>
        <message>
            <source>没有找到。换个字再试，或按 Ctrl+2 去立案。</source>
            <translation>Nothing found. Try another word, or press Ctrl+2 to file.</translation>
        </message>
        <message>
            <source>↓ 进入列表，Enter 选定，Esc 返回</source>
            <translation>↓ into the list, Enter chooses, Esc goes back</translation>
        </message>
        <message>
            <source>不联网也能办案。这台电脑上的案件都已加密。</source>
            <translation>Works with no network. Every case on this laptop is encrypted.</translation>
        </message>
        <message>
            <source>人员</source>
            <translation>Officer</translation>
        </message>
        <message>
            <source>登录</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>登录口令（不是签名用的短码）</source>
            <translation>Passphrase (not the PIN for signing)</translation>
        </message>
        <message>
            <source>这台电脑还没有领用</source>
            <translation>This laptop has not been issued</translation>
        </message>
        <message>
            <source>请在法院由管理员办理领用。想先试一试，运行 xunhui practice，里面没有真案件。</source>
            <translation>Ask the administrator at the court. To try it, run “xunhui practice”: there is no real case in it.</translation>
        </message>
        <message>
            <source>还没有输入口令。</source>
            <translation>No passphrase was typed.</translation>
        </message>
        <message>
            <source>输入登录口令，再按 Enter。</source>
            <translation>Type the passphrase and press Enter.</translation>
        </message>
        <message>
            <source>正在解开本机的密钥，约一秒……</source>
            <translation>Opening this laptop's keys, about a second…</translation>
        </message>
        <message>
            <source>换人操作  Ctrl+U</source>
            <translation>Change officer  Ctrl+U</translation>
        </message>
        <message>
            <source>演练</source>
            <translation>PRACTICE</translation>
        </message>
        <message>
            <source>正在办理……</source>
            <translation>Working…</translation>
        </message>
        <message>
            <source>没有选案件</source>
            <translation>No case is chosen now</translation>
        </message>
        <message>
            <source>电量 {percent}%</source>
            <translation>Battery {percent}%</translation>
        </message>
        <message>
            <source>到左边的页名</source>
            <translation>To the list of pages</translation>
        </message>
        <message>
            <source>锁屏</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>按键一览</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>演练　这里没有真案件，做出的文书都印有“演练”字样，不得交给当事人使用</source>
            <translation>PRACTICE　There is no real case here; every paper is marked and must not be given to a party</translation>
        </message>
        <message>
            <source>审判员</source>
            <translation>Judge</translation>
        </message>
        <message>
            <source>法官助理</source>
            <translation>Assistant judge</translation>
        </message>
        <message>
            <source>书记员</source>
            <translation>Clerk</translation>
        </message>
        <message>
            <source>人民陪审员</source>
            <translation>Assessor</translation>
        </message>
        <message>
            <source>庭长</source>
            <translation>Division chief</translation>
        </message>
        <message>
            <source>院长</source>
            <translation>President</translation>
        </message>
        <message>
            <source>立案人员</source>
            <translation>Filing officer</translation>
        </message>
        <message>
            <source>管理员</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>原告</source>
            <translation>Plaintiff</translation>
        </message>
        <message>
            <source>被告</source>
            <translation>Defendant</translation>
        </message>
        <message>
            <source>第三人</source>
            <translation>Third party</translation>
        </message>
        <message>
            <source>申请人</source>
            <translation>Applicant</translation>
        </message>
        <message>
            <source>被申请人</source>
            <translation>Respondent</translation>
        </message>
        <message>
            <source>小额诉讼程序</source>
            <translation>Small claims procedure</translation>
        </message>
        <message>
            <source>特别程序</source>
            <translation>Special procedure</translation>
        </message>
        <message>
            <source>调解结案</source>
            <translation>Closed by mediation</translation>
        </message>
        <message>
            <source>撤诉结案</source>
            <translation>Closed by withdrawal</translation>
        </message>
        <message>
            <source>已司法确认</source>
            <translation>Confirmed</translation>
        </message>
        <message>
            <source>判决结案</source>
            <translation>Closed by judgment</translation>
        </message>
        <message>
            <source>财产（有金额）</source>
            <translation>Property (with an amount)</translation>
        </message>
        <message>
            <source>诉讼费用负担</source>
            <translation>Who bears the costs</translation>
        </message>
        <message>
            <source>案件阶段</source>
            <translation>Stage of the case</translation>
        </message>
        <message>
            <source>手写签名</source>
            <translation>Sign by pen</translation>
        </message>
        <message>
            <source>在《{title}》上签名</source>
            <translation>Signs “{title}”</translation>
        </message>
        <message>
            <source>请在这里写下姓名</source>
            <translation>Please write your name here</translation>
        </message>
        <message>
            <source>手写笔迹（完整性保护）：笔画、时间和压力加密保存，可供鉴定。</source>
            <translation>Handwriting (integrity protected): strokes, time and pressure are kept encrypted and can be examined.</translation>
        </message>
        <message>
            <source>签好了</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>重写</source>
            <translation>Write again</translation>
        </message>
        <message>
            <source>不签了</source>
            <translation>Do not sign</translation>
        </message>
        <message>
            <source>还没有笔迹。请写下姓名，再按“签好了”。没有手写板或者不会写字的，按 Esc 返回，捺印（Alt+I），或者在纸上签好再扫描存入（Alt+U）。</source>
            <translation>Nothing was written. Write the name, then press “Done”. Without a pad, or where somebody can't write: Esc, then a thumbprint (Alt+I), or sign on paper and scan it in (Alt+U).</translation>
        </message>
        <message>
            <source>短码确认</source>
            <translation>Confirm with PIN</translation>
        </message>
        <message>
            <source>{name} 的短码</source>
            <translation>PIN of {name}</translation>
        </message>
        <message>
            <source>确认</source>
            <translation>Confirm</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>{who} 拒绝签名，记明情况附卷（民诉150）。</source>
            <translation>{who} refuses to sign; this is noted in the file (民诉150).</translation>
        </message>
        <message>
            <source>拒签的理由</source>
            <translation>Reason for refusing to sign</translation>
        </message>
        <message>
            <source>记下拒签</source>
            <translation>Record the refusal</translation>
        </message>
        <message>
            <source>谁签</source>
            <translation>Who signs here</translation>
        </message>
        <message>
            <source>本案还没有要签名的文书</source>
            <translation>No paper of this case is to be signed</translation>
        </message>
        <message>
            <source>先到“文书”页签发文书，再回来签名。</source>
            <translation>First issue papers, then come back.</translation>
        </message>
        <message>
            <source>去文书</source>
            <translation>To papers</translation>
        </message>
        <message>
            <source>捺印</source>
            <translation>Thumb</translation>
        </message>
        <message>
            <source>本人密钥签名</source>
            <translation>Sign with own key</translation>
        </message>
        <message>
            <source>纸上签的，扫描存入</source>
            <translation>Signed on paper: store the scan</translation>
        </message>
        <message>
            <source>用这个人通常的方式签</source>
            <translation>Sign in the usual way of this person</translation>
        </message>
        <message>
            <source>本院规定当事人在纸上签名。</source>
            <translation>This court has parties sign on paper.</translation>
        </message>
        <message>
            <source>本案当事人须在纸上签名（{article}）。</source>
            <translation>The parties must sign on paper ({article}).</translation>
        </message>
        <message>
            <source>先在“文书”页打印，签好后扫描或拍照，再按“纸上签的，扫描存入”。</source>
            <translation>Print it on the papers page; when signed, scan or photograph it and store the scan.</translation>
        </message>
        <message>
            <source>可以签</source>
            <translation>can sign</translation>
        </message>
        <message>
            <source>等前面的人先签</source>
            <translation>waits for those before</translation>
        </message>
        <message>
            <source>已手写签名</source>
            <translation>signed by pen</translation>
        </message>
        <message>
            <source>已捺印</source>
            <translation>thumb pressed</translation>
        </message>
        <message>
            <source>已用密钥签名</source>
            <translation>signed by key</translation>
        </message>
        <message>
            <source>已用印</source>
            <translation>sealed</translation>
        </message>
        <message>
            <source>已在纸上签名</source>
            <translation>signed on paper</translation>
        </message>
        <message>
            <source>拒签，已记明</source>
            <translation>refused, noted</translation>
        </message>
        <message>
            <source>还轮不到这一个签。</source>
            <translation>It is not this one's turn.</translation>
        </message>
        <message>
            <source>次序：当事人，审判员，书记员，最后用印。</source>
            <translation>The order: parties, judge, clerk, then the seal.</translation>
        </message>
        <message>
            <source>捺印图像</source>
            <translation>Picture of the thumb</translation>
        </message>
        <message>
            <source>图片</source>
            <translation>Pictures</translation>
        </message>
        <message>
            <source>{name} 签《{title}》</source>
            <translation>{name} signs “{title}”</translation>
        </message>
        <message>
            <source>打印后盖携带的实体印章，再扫描存入；或回院后用印。</source>
            <translation>Print it, use the carried seal and store the scan; or seal it at the court.</translation>
        </message>
        <message>
            <source>用印：《{title}》，两位保管人各输短码</source>
            <translation>Seal “{title}”: both holders type their PIN</translation>
        </message>
        <message>
            <source>这台电脑还没有装签名所用的证书。</source>
            <translation>This laptop has no certificates for signing.</translation>
        </message>
        <message>
            <source>请在法院由管理员办理。</source>
            <translation>Have the administrator install them at the court.</translation>
        </message>
        <message>
            <source>签好了：{who}</source>
            <translation>Signed: {who}</translation>
        </message>
        <message>
            <source>签好的扫描件或照片</source>
            <translation>Scan or photo of the signed paper</translation>
        </message>
        <message>
            <source>拒签已记明。</source>
            <translation>The refusal is noted.</translation>
        </message>
        <message>
            <source>连上法院网络就能回传；断了不要紧，下次从断的地方接着传。先传文书，后传录像。</source>
            <translation>Works as soon as the court's network is there. A broken link does no harm: the next round goes on where it stopped. Papers go first, video last.</translation>
        </message>
        <message>
            <source>记录 {count} 条</source>
            <translation>{count} entries</translation>
        </message>
        <message>
            <source>附件 {count} 个（{size} MB）</source>
            <translation>{count} attachments ({size} MB)</translation>
        </message>
        <message>
            <source>只在这台电脑上、等着送出：{what}</source>
            <translation>Only on this laptop, waiting to be sent: {what}</translation>
        </message>
        <message>
            <source>都送出了，还有 {count} 张回执没取回</source>
            <translation>All is sent; {count} receipts are still to come</translation>
        </message>
        <message>
            <source>都送出了，法院都给了回执</source>
            <translation>All is sent, and the court has receipted it</translation>
        </message>
        <message>
            <source>上次与法院联通 {at}，已有回执 {count} 张</source>
            <translation>Last contact with the court {at}; {count} receipts</translation>
        </message>
        <message>
            <source>还没有回传过。</source>
            <translation>No round so far.</translation>
        </message>
        <message>
            <source>现在回传</source>
            <translation>Send now</translation>
        </message>
        <message>
            <source>只传文书和记录</source>
            <translation>Papers and records only</translation>
        </message>
        <message>
            <source>法院网络不通时，用存储盘带回</source>
            <translation>No court network? Carry a stick</translation>
        </message>
        <message>
            <source>盘上的内容加密给法院，丢了别人也看不到。法院导入后，把回执带回来读入。</source>
            <translation>It is encrypted to the court: whoever finds it reads nothing. Bring back the court's answer and read it in.</translation>
        </message>
        <message>
            <source>写到存储盘</source>
            <translation>Write the stick</translation>
        </message>
        <message>
            <source>读入法院给的盘</source>
            <translation>Read the court's stick</translation>
        </message>
        <message>
            <source>这台电脑还没有在法院登记入网，请由管理员办理。</source>
            <translation>This laptop is not enrolled; ask the administrator.</translation>
        </message>
        <message>
            <source>正在连接法院……</source>
            <translation>Connecting to the court…</translation>
        </message>
        <message>
            <source>正在与法院核对</source>
            <translation>Checking with the court</translation>
        </message>
        <message>
            <source>正在送出记录</source>
            <translation>Sending records</translation>
        </message>
        <message>
            <source>正在取下记录</source>
            <translation>Fetching records</translation>
        </message>
        <message>
            <source>正在取回执</source>
            <translation>Fetching receipts</translation>
        </message>
        <message>
            <source>正在传附件</source>
            <translation>Carrying attachments</translation>
        </message>
        <message>
            <source>传完了</source>
            <translation>Done with the round</translation>
        </message>
        <message>
            <source>{what}　{items}/{all}　{size} KB</source>
            <translation>{what}　{items}/{all}　{size} KB</translation>
        </message>
        <message>
            <source>● {at} 回传完成，法院已给回执</source>
            <translation>● {at} all sent; the court gave its receipts</translation>
        </message>
        <message>
            <source>◐ {at} 停下了，没传完的下次接着传</source>
            <translation>◐ {at} stopped; the next round goes on</translation>
        </message>
        <message>
            <source>送出 {pushed} 条，取下 {pulled} 条，回执 {receipts} 张</source>
            <translation>{pushed} sent, {pulled} fetched, {receipts} receipts</translation>
        </message>
        <message>
            <source>附件送出 {sent} 个，还等着 {waiting} 个</source>
            <translation>{sent} attachments sent, {waiting} waiting</translation>
        </message>
        <message>
            <source>法院发现另一台电脑用了同样的身份。请立刻告诉管理员。</source>
            <translation>The court found another laptop with this one's identity. Tell the administrator at once.</translation>
        </message>
        <message>
            <source>法院的服务器恢复成了以前的备份：它缺的记录已经重新送去，新回执已经收到。以前的回执和法院当时的签名留在本机作凭据，请告诉管理员。</source>
            <translation>The court's server was restored from an earlier backup. What it lacked has been sent again and receipted anew; the earlier receipts and the court's signatures of that time are kept here as evidence. Tell the administrator.</translation>
        </message>
        <message>
            <source>⚠ 有 {count} 条记录没有并入案件</source>
            <translation>⚠ {count} entries are in no case</translation>
        </message>
        <message>
            <source>它们签着同一台电脑的名字，却和已收的记录接不上：多半是硬盘被复制或恢复过，有两台在用。记录已核验、原样保存，没有丢，也没有并入案件。</source>
            <translation>They are signed in the name of one laptop, and yet do not follow what was already received: most likely its disk was copied or restored and two are in use. They have been verified and kept as they are; nothing is lost, and nothing of them is in a case.</translation>
        </message>
        <message>
            <source>怎么办：停用其中一台，告诉法院管理员；由当时经手的人对照原件，把下面各条在留用的电脑上重新录入。</source>
            <translation>What to do: stop using one of the two and tell the court's administrator; whoever did what is listed below enters it again, from the originals, on the laptop that stays.</translation>
        </message>
        <message>
            <source>……还有 {count} 条</source>
            <translation>… and {count} more</translation>
        </message>
        <message>
            <source>电脑时钟和法院差 {seconds} 秒，请校准。</source>
            <translation>The clock differs from the court's by {seconds} seconds; set it.</translation>
        </message>
        <message>
            <source>{count} 个案件已移出本机</source>
            <translation>{count} cases have left this laptop</translation>
        </message>
        <message>
            <source>回传包</source>
            <translation>Bundle</translation>
        </message>
        <message>
            <source>已写到存储盘。带到法院导入，再把回执带回来。</source>
            <translation>The stick is written. Have the court read it and bring back its answer.</translation>
        </message>
        <message>
            <source>已读入。</source>
            <translation>Read in.</translation>
        </message>
        <message>
            <source>正在读写存储盘……</source>
            <translation>Reading or writing the stick…</translation>
        </message>
        <message>
            <source>还没有填：{blank}</source>
            <translation>Not filled in: {blank}</translation>
        </message>
        <message>
            <source>如 2026-03-20 或 20260320</source>
            <translation>Like 2026-03-20 or 20260320</translation>
        </message>
        <message>
            <source>没有这一天。请按 2026-03-20 这样填写。</source>
            <translation>There is no such day. Write it like 2026-03-20.</translation>
        </message>
        <message>
            <source>如 2026-03-20 9:40</source>
            <translation>Like 2026-03-20 9:40</translation>
        </message>
        <message>
            <source>日期或时间不对。请按 2026-03-20 9:40 这样填写。</source>
            <translation>Date or time is wrong. Write it like 2026-03-20 9:40.</translation>
        </message>
        <message>
            <source>元</source>
            <translation>yuan</translation>
        </message>
        <message>
            <source>金额不对。请只写数字，最多两位小数，如 36000.00。</source>
            <translation>The amount is wrong. Digits only, at most two decimals, like 36000.00.</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>All right</translation>
        </message>
        <message>
            <source>还没有文书可看</source>
            <translation>No paper to see yet</translation>
        </message>
        <message>
            <source>上一页</source>
            <translation>Page back</translation>
        </message>
        <message>
            <source>下一页</source>
            <translation>Page on</translation>
        </message>
        <message>
            <source>缩小</source>
            <translation>Smaller</translation>
        </message>
        <message>
            <source>放大</source>
            <translation>Larger</translation>
        </message>
        <message>
            <source>第 {page} 页 共 {pages} 页</source>
            <translation>Page {page} of {pages}</translation>
        </message>
        <message>
            <source>停止</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>正在停下来，已做完的都会留下……</source>
            <translation>Stopping; all that is done stays…</translation>
        </message>
        <message>
            <source>放入列表</source>
            <translation>Put into the list</translation>
        </message>
        <message>
            <source>另起一条</source>
            <translation>Another one</translation>
        </message>
        <message>
            <source>从列表拿掉</source>
            <translation>Take out of the list</translation>
        </message>
        <message>
            <source>列表里按 Enter 修改一条，Delete 拿掉一条；表单里按 Ctrl+Enter 放入列表</source>
            <translation>In the list Enter changes a row and Delete takes it out; in the form Ctrl+Enter puts it into the list</translation>
        </message>
        <message>
            <source>新的一条：{what}</source>
            <translation>New: {what}</translation>
        </message>
        <message>
            <source>修改第 {number} 条</source>
            <translation>Change no. {number}</translation>
        </message>
        <message>
            <source>● 全部已保存</source>
            <translation>● All saved</translation>
        </message>
        <message>
            <source>○ 正在记录</source>
            <translation>○ Taking down</translation>
        </message>
        <message>
            <source>◐ 草稿已存 {time}</source>
            <translation>◐ Draft saved {time}</translation>
        </message>
        <message>
            <source>● 已保存 {time}</source>
            <translation>● Saved {time}</translation>
        </message>
        <message>
            <source>✕ 没有保存：{why}</source>
            <translation>✕ Not saved: {why}</translation>
        </message>
        <message>
            <source>等着办的事</source>
            <translation>Waiting for you</translation>
        </message>
        <message>
            <source>选第二份备份放在哪个盘</source>
            <translation>Choose where the second copy is kept</translation>
        </message>
        <message>
            <source>共同申请</source>
            <translation>Joint filing</translation>
        </message>
        <message>
            <source>登记便民服务</source>
            <translation>Log a service</translation>
        </message>
        <message>
            <source>找案件：案号、姓名、姓名的拼音首字母、案由，或者扫文书的方码</source>
            <translation>Find a case: number, name, initials, cause, or scan a paper</translation>
        </message>
        <message>
            <source>这台电脑上还没有案件</source>
            <translation>There is no case on this laptop</translation>
        </message>
        <message>
            <source>按 Ctrl+2 立案。出发前在法院立好的案件，连上法院网络后按 Ctrl+H 取下来。</source>
            <translation>Press Ctrl+2 to file one. Cases filed at the court before come down with Ctrl+H on its network.</translation>
        </message>
        <message>
            <source>去立案</source>
            <translation>File a case</translation>
        </message>
        <message>
            <source>在列表里选案件</source>
            <translation>Choose a case in the list</translation>
        </message>
        <message>
            <source>第二份备份是最新的</source>
            <translation>The second copy is up to date</translation>
        </message>
        <message>
            <source>第二份备份还差 {entries} 条记录、{attachments} 个附件</source>
            <translation>The second copy lacks {entries} records and {attachments} attachments</translation>
        </message>
        <message>
            <source>还没有第二份备份</source>
            <translation>There is no second copy</translation>
        </message>
        <message>
            <source>第二份备份的盘拔掉了，插上它</source>
            <translation>The second copy's stick is out: plug it in</translation>
        </message>
        <message>
            <source>第二份备份比这台电脑还新，先告诉管理员</source>
            <translation>The second copy is ahead of this laptop: tell the administrator first</translation>
        </message>
        <message>
            <source>在存储盘上</source>
            <translation>on a stick</translation>
        </message>
        <message>
            <source>{state}（{where}）</source>
            <translation>{state} ({where})</translation>
        </message>
        <message>
            <source>在同一块磁盘上，电脑坏了就没了</source>
            <translation>on the same disk, lost with it</translation>
        </message>
        <message>
            <source>没有等着办的事。</source>
            <translation>Nothing waits for you.</translation>
        </message>
        <message>
            <source>可用案号：{left}</source>
            <translation>Numbers left: {left}</translation>
        </message>
        <message>
            <source>{type} 还有 {free} 个</source>
            <translation>{type} {free}</translation>
        </message>
        <message>
            <source>没有</source>
            <translation>none left</translation>
        </message>
        <message>
            <source>{number} 的庭审 {at} 开始，还没有闭庭</source>
            <translation>{number}: the sitting opened at {at} is not closed</translation>
        </message>
        <message>
            <source>{number} 信息不一致，待核定</source>
            <translation>{number}: values differ and wait for a decision</translation>
        </message>
        <message>
            <source>{number} 有电子送达等着发出</source>
            <translation>{number}: an electronic service waits to be sent</translation>
        </message>
        <message>
            <source>今天收了 {count} 笔现金，共 {total} 元，待交账</source>
            <translation>Today {count} cash payments, {total} yuan, to be handed in</translation>
        </message>
        <message>
            <source>电子邮件</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>诉讼服务平台</source>
            <translation>Court platform</translation>
        </message>
        <message>
            <source>庭外协议</source>
            <translation>Outside agreement</translation>
        </message>
        <message>
            <source>送达人</source>
            <translation>Server of papers</translation>
        </message>
        <message>
            <source>院印</source>
            <translation>Court seal</translation>
        </message>
        <message>
            <source>校对</source>
            <translation>Proofreading</translation>
        </message>
        <message>
            <source>校对发现下面几处和案件对不上，还没有签发。</source>
            <translation>Proofreading found these contradictions to the case; the paper is not issued.</translation>
        </message>
        <message>
            <source>确实没错的理由</source>
            <translation>Why it is right all the same</translation>
        </message>
        <message>
            <source>回去改</source>
            <translation>Go back and correct</translation>
        </message>
        <message>
            <source>按理由签发</source>
            <translation>Issue with this reason</translation>
        </message>
        <message>
            <source>扫描件是另一份文书的。</source>
            <translation>The scan is of another paper.</translation>
        </message>
        <message>
            <source>选这份文书打印后签好的扫描件。</source>
            <translation>Choose the scan of the print of this paper.</translation>
        </message>
        <message>
            <source>还有 {count} 件，其中 {late} 件期限紧，按这里全部列出</source>
            <translation>{count} more, {late} of them pressing: press here to list them all</translation>
        </message>
        <message>
            <source>还有 {count} 件，按这里全部列出</source>
            <translation>{count} more; list them all</translation>
        </message>
        <message>
            <source>这一趟：{stops}</source>
            <translation>This trip: {stops}</translation>
        </message>
        <message>
            <source>{number}《{title}》等着签名</source>
            <translation>{number} “{title}” waits to be signed</translation>
        </message>
        <message>
            <source>{number} 定于 {at} 开庭</source>
            <translation>{number}: hearing set for {at}</translation>
        </message>
        <message>
            <source>还有 {count} 条记录只在这台电脑上，没有回传</source>
            <translation>{count} records are on this laptop only, not sent yet</translation>
        </message>
        <message>
            <source>请法院改好再发。</source>
            <translation>Have the court correct it.</translation>
        </message>
        <message>
            <source>补正前后的文字一样。</source>
            <translation>The right words are the wrong ones.</translation>
        </message>
        <message>
            <source>写明改成什么。</source>
            <translation>Say what they become.</translation>
        </message>
        <message>
            <source>这份文书不用裁定补正（{document}）。</source>
            <translation>This paper is not corrected by a ruling ({document}).</translation>
        </message>
        <message>
            <source>通知类文书重新出一份；判决书、裁定书、调解书才用补正裁定。</source>
            <translation>Issue a notice anew; rulings correct judgments, rulings and mediation statements.</translation>
        </message>
        <message>
            <source>没有写要补正的文字。</source>
            <translation>The words to correct are missing.</translation>
        </message>
        <message>
            <source>写明错的文字和对的文字。</source>
            <translation>Give the wrong and the right words.</translation>
        </message>
        <message>
            <source>原文书里没有“{wrong}”。</source>
            <translation>The paper does not say “{wrong}”.</translation>
        </message>
        <message>
            <source>照原文书抄写错的文字。</source>
            <translation>Copy the wrong words from the paper.</translation>
        </message>
        <message>
            <source>文书样式包里的文件和清单对不上（{file}）。</source>
            <translation>A file of the template pack is not as listed ({file}).</translation>
        </message>
        <message>
            <source>请法院重新发一份。</source>
            <translation>Ask the court for the pack again.</translation>
        </message>
        <message>
            <source>文书样式包没有本院的签名。</source>
            <translation>The template pack is not signed by this court.</translation>
        </message>
        <message>
            <source>只装法院发的样式包。</source>
            <translation>Install only packs from the court.</translation>
        </message>
        <message>
            <source>这是别的法院的文书样式包（{court}）。</source>
            <translation>The template pack is another court's ({court}).</translation>
        </message>
        <message>
            <source>换成本院的。</source>
            <translation>Take this court's own.</translation>
        </message>
        <message>
            <source>文书样式缺少示例（{file}）。</source>
            <translation>A template has no sample ({file}).</translation>
        </message>
        <message>
            <source>请法院补上再发。</source>
            <translation>Ask the court to add it.</translation>
        </message>
        <message>
            <source>文书样式有错：{file} 第 {line} 行。</source>
            <translation>A template is wrong: {file}, line {line}.</translation>
        </message>
        <message>
            <source>文书样式包读不懂（{file}）。</source>
            <translation>The template pack cannot be read ({file}).</translation>
        </message>
        <message>
            <source>这个版本号的文书样式已经有了，内容不同（{file}）。</source>
            <translation>This version is here with another wording ({file}).</translation>
        </message>
        <message>
            <source>请法院换一个版本号再发。</source>
            <translation>Ask the court for a new version number.</translation>
        </message>
        <message>
            <source>本机的文书样式和签发时的不一样（{document}）。</source>
            <translation>The template here is not the one the paper was made with ({document}).</translation>
        </message>
        <message>
            <source>不要据此重排；请管理员查看。</source>
            <translation>Do not set it again; ask the administrator.</translation>
        </message>
        <message>
            <source>金额 {found} 在案件里没有。</source>
            <translation>The case has no sum of {found}.</translation>
        </message>
        <message>
            <source>对一遍请求和协议，对的就签发。</source>
            <translation>Compare with claims and terms.</translation>
        </message>
        <message>
            <source>金额 {found} 像是 {expected} 写错了。</source>
            <translation>{found} looks like {expected} miswritten.</translation>
        </message>
        <message>
            <source>改正，或写明理由再签发。</source>
            <translation>Correct it, or give the reason.</translation>
        </message>
        <message>
            <source>大写“{words}”和小写 {found} 不一致。</source>
            <translation>“{words}” is not {found}.</translation>
        </message>
        <message>
            <source>改成一致。</source>
            <translation>Make them agree.</translation>
        </message>
        <message>
            <source>上诉法院不是 {expected}。</source>
            <translation>The court of appeal is not {expected}.</translation>
        </message>
        <message>
            <source>改成上一级法院。</source>
            <translation>Name the superior court.</translation>
        </message>
        <message>
            <source>上诉期限不是{expected}（{article}）。</source>
            <translation>The appeal period is not {expected} ({article}).</translation>
        </message>
        <message>
            <source>改正上诉期限。</source>
            <translation>Correct the period.</translation>
        </message>
        <message>
            <source>缺少上诉告知（{article}）。</source>
            <translation>The notice of appeal is missing ({article}).</translation>
        </message>
        <message>
            <source>写明上诉期限和法院。</source>
            <translation>Say until when and to which court.</translation>
        </message>
        <message>
            <source>这份文书不能上诉，却写了上诉告知（{article}）。</source>
            <translation>No appeal lies, yet the paper tells of one ({article}).</translation>
        </message>
        <message>
            <source>删去上诉告知。</source>
            <translation>Take the notice out.</translation>
        </message>
        <message>
            <source>案号 {found} 不是本案的 {expected}。</source>
            <translation>{found} is not this case's {expected}.</translation>
        </message>
        <message>
            <source>写错的改正；引用别的案件的再看一遍。</source>
            <translation>Correct it, or check the case it cites.</translation>
        </message>
        <message>
            <source>案号 {found} 的写法不对。</source>
            <translation>{found} is not written as a case number.</translation>
        </message>
        <message>
            <source>照规范改正。</source>
            <translation>Correct it.</translation>
        </message>
        <message>
            <source>{found} 早于立案。</source>
            <translation>{found} lies before the filing.</translation>
        </message>
        <message>
            <source>看看日期。</source>
            <translation>Check the date.</translation>
        </message>
        <message>
            <source>{found} 还没有到。</source>
            <translation>{found} is yet to come.</translation>
        </message>
        <message>
            <source>没有 {found} 这一天。</source>
            <translation>There is no {found}.</translation>
        </message>
        <message>
            <source>改正日期。</source>
            <translation>Correct the date.</translation>
        </message>
        <message>
            <source>案件受理费 {found} 和算出的 {expected} 不一致。</source>
            <translation>The case fee is {expected}, not {found}.</translation>
        </message>
        <message>
            <source>出借人是否职业放贷人，未核查（本机另有 {here} 件）。</source>
            <translation>Not checked whether the lender lends by profession ({here} more here).</translation>
        </message>
        <message>
            <source>回院核查，或写明已核查的结果。</source>
            <translation>Check at the court, or say what was found.</translation>
        </message>
        <message>
            <source>“{found}”和案件里的“{expected}”差一个字。</source>
            <translation>“{found}” is one character from “{expected}”.</translation>
        </message>
        <message>
            <source>写错的改正；另有其人的写明理由。</source>
            <translation>Correct it, or say who it is.</translation>
        </message>
        <message>
            <source>文书里没有写到“{expected}”。</source>
            <translation>“{expected}” is not in the paper.</translation>
        </message>
        <message>
            <source>补上。</source>
            <translation>Add the name.</translation>
        </message>
        <message>
            <source>这一项没有写明数额：{order}</source>
            <translation>No sum is named: {order}</translation>
        </message>
        <message>
            <source>写明数额或者算法。</source>
            <translation>Give the sum or how to reckon it.</translation>
        </message>
        <message>
            <source>这一项没有写明向谁、给什么：{order}</source>
            <translation>Not said to whom or what: {order}</translation>
        </message>
        <message>
            <source>写明。</source>
            <translation>Say it.</translation>
        </message>
        <message>
            <source>这一项没有写明期限：{order}</source>
            <translation>No period is named: {order}</translation>
        </message>
        <message>
            <source>写明何时履行。</source>
            <translation>Say by when.</translation>
        </message>
        <message>
            <source>这一项没有写明谁履行：{order}</source>
            <translation>Not said who performs: {order}</translation>
        </message>
        <message>
            <source>关联案件未核查。本机有：{here}</source>
            <translation>Related cases not checked. Here: {here}</translation>
        </message>
        <message>
            <source>令状式判决书只用于小额诉讼程序（{article}）。</source>
            <translation>A judgment of orders alone is for small claims only ({article}).</translation>
        </message>
        <message>
            <source>换一种判决书样式，写明事实和理由。</source>
            <translation>Choose another form of judgment, with facts and reasons.</translation>
        </message>
        <message>
            <source>要素</source>
            <translation>Elements</translation>
        </message>
        <message>
            <source>一项一项问被告有无异议：都没有异议的写进“无争议要素”，有异议的由本院认定（证据规定3、4）。</source>
            <translation>Ask the other side of each: what all agree on is printed as agreed, what is disputed the court finds (Rules of Evidence 3, 4).</translation>
        </message>
        <message>
            <source>谁答辩</source>
            <translation>Who answers</translation>
        </message>
        <message>
            <source>口头答辩，记入笔录</source>
            <translation>Answers by mouth, taken down</translation>
        </message>
        <message>
            <source>对诉讼请求的答辩意见</source>
            <translation>Answer to the claims</translation>
        </message>
        <message>
            <source>这个案由没有要素表，立案时也没有填要素。</source>
            <translation>This cause has no form of elements, and none were stated at filing.</translation>
        </message>
        <message>
            <source>记下要素和答辩</source>
            <translation>Take down elements and answer</translation>
        </message>
        <message>
            <source>原告主张</source>
            <translation>The plaintiff says</translation>
        </message>
        <message>
            <source>有无异议</source>
            <translation>Disputed?</translation>
        </message>
        <message>
            <source>本院认定</source>
            <translation>The court finds</translation>
        </message>
        <message>
            <source>未表示</source>
            <translation>Said nothing</translation>
        </message>
        <message>
            <source>无异议</source>
            <translation>Agrees</translation>
        </message>
        <message>
            <source>有异议</source>
            <translation>Disputes</translation>
        </message>
        <message>
            <source>要素和答辩已记下。</source>
            <translation>The elements and the answer are on record.</translation>
        </message>
        <message>
            <source>到“文书”页出答辩状或口头答辩笔录。</source>
            <translation>Make the answer, or the record of it, on the page Papers.</translation>
        </message>
        <message>
            <source>要素式</source>
            <translation>By elements</translation>
        </message>
        <message>
            <source>关联案件核查结果</source>
            <translation>Related cases: what was found</translation>
        </message>
        <message>
            <source>职业放贷人核查结果</source>
            <translation>Professional lender: what was found</translation>
        </message>
        <message>
            <source>受理费怎么分担（双方分担时写）</source>
            <translation>How the fee is shared (where both bear it)</translation>
        </message>
        <message>
            <source>受理费双方分担，没有写各自负担多少（{article}）。</source>
            <translation>The fee is shared, and nothing says how much each bears ({article}).</translation>
        </message>
        <message>
            <source>写明谁负担多少元。</source>
            <translation>Say who bears how many yuan.</translation>
        </message>
        <message>
            <source>争议要素“{found}”没有写认定。</source>
            <translation>The disputed element “{found}” has no finding.</translation>
        </message>
        <message>
            <source>写明认定和理由，或者写明查明的事实。</source>
            <translation>Write the finding and its reason, or the facts found.</translation>
        </message>
        <message>
            <source>合计 {found}，各项相加是 {expected}。</source>
            <translation>The total says {found}, the parts come to {expected}.</translation>
        </message>
        <message>
            <source>核对各项。</source>
            <translation>Check the parts.</translation>
        </message>
        <message>
            <source>履行期限 {found} 已经过去。</source>
            <translation>The period {found} has passed.</translation>
        </message>
        <message>
            <source>改成以后的日期。</source>
            <translation>Give a later day.</translation>
        </message>
        <message>
            <source>校对发现 {count} 处和案件不一致。</source>
            <translation>Proofreading found {count} contradictions to the case.</translation>
        </message>
        <message>
            <source>改正再签发；确实如此的，写明理由。</source>
            <translation>Correct them, or give the reason.</translation>
        </message>
        <message>
            <source>在场人</source>
            <translation>Present</translation>
        </message>
        <message>
            <source>见证人</source>
            <translation>Witness to it</translation>
        </message>
        <message>
            <source>从第二份恢复</source>
            <translation>Restore from the second copy</translation>
        </message>
        <message>
            <source>输入登录口令，再按“从第二份恢复”。</source>
            <translation>Type your passphrase, then press “Restore from the second copy”.</translation>
        </message>
        <message>
            <source>正在从第二份恢复，坏了的文件原样留着……</source>
            <translation>Restoring from the second copy; the damaged file is kept as it is…</translation>
        </message>
        <message>
            <source>恢复了 {entries} 条记录、{attachments} 件附件。</source>
            <translation>Restored {entries} records and {attachments} attachments.</translation>
        </message>
        <message>
            <source>都在了，请登录。</source>
            <translation>Everything is there again: please sign in.</translation>
        </message>
        <message>
            <source>缺 {entries} 条记录、{attachments} 件附件；请登录后马上告诉管理员。</source>
            <translation>{entries} records and {attachments} attachments are missing: sign in and tell the administrator at once.</translation>
        </message>
        <message>
            <source>更正文书</source>
            <translation>Correct a paper</translation>
        </message>
        <message>
            <source>更正《{title}》：另出补正裁定，原件不变。</source>
            <translation>Correct “{title}” by a ruling; the paper itself stays as it is.</translation>
        </message>
        <message>
            <source>签发后核定的内容和文书上印的不一样，已经替你填好，请核对。</source>
            <translation>What was settled after issuing differs from what the paper prints; it is filled in, please check it.</translation>
        </message>
        <message>
            <source>再加一处</source>
            <translation>One more place</translation>
        </message>
        <message>
            <source>经查明的情况（印在裁定上）</source>
            <translation>What was found (printed on the ruling)</translation>
        </message>
        <message>
            <source>出补正裁定</source>
            <translation>Issue the correction ruling</translation>
        </message>
        <message>
            <source>错的文字（照原件抄）</source>
            <translation>Wrong words (as the paper prints them)</translation>
        </message>
        <message>
            <source>对的文字</source>
            <translation>Right words</translation>
        </message>
        <message>
            <source>可编辑草稿 (Word)</source>
            <translation>Editable draft (Word)</translation>
        </message>
        <message>
            <source>更正</source>
            <translation>Correct</translation>
        </message>
        <message>
            <source>去核定</source>
            <translation>Go and settle it</translation>
        </message>
        <message>
            <source>（草稿）.docx</source>
            <translation> (draft).docx</translation>
        </message>
        <message>
            <source>改好的话要在案件里照着改，再签发；这份文件没有加密，用完请从电脑上删掉。</source>
            <translation>Type the revised words into the case, then issue; this file is not encrypted, delete it when done.</translation>
        </message>
        <message>
            <source>草稿已存。</source>
            <translation>The draft is saved.</translation>
        </message>
        <message>
            <source>补正裁定已签发。</source>
            <translation>The correction ruling is issued.</translation>
        </message>
        <message>
            <source>签好后送达各方；原来的《{title}》不变。</source>
            <translation>Once signed, serve it on every party; “{title}” stays as it is.</translation>
        </message>
        <message>
            <source>已签发；信息不一致，待核定</source>
            <translation>Issued; values differ, to be settled</translation>
        </message>
        <message>
            <source>已签发；应更正</source>
            <translation>Issued; correction due</translation>
        </message>
        <message>
            <source>已签发；应重新出具</source>
            <translation>Issued; to be issued anew</translation>
        </message>
        <message>
            <source>已签发；已补正</source>
            <translation>Issued; corrected</translation>
        </message>
        <message>
            <source>信息不一致，待核定：先到“案件”页的“待核定”选出对的；和文书上印的不一样的，再按“更正”。</source>
            <translation>Values differ, to be settled: pick the right one on the Case page under To settle; if the paper prints another, press Correct.</translation>
        </message>
        <message>
            <source>核定的内容和文书上印的不一样。按“更正”，出补正裁定。</source>
            <translation>What was settled differs from what the paper prints. Press Correct to issue a ruling.</translation>
        </message>
        <message>
            <source>核定的内容和文书上印的不一样。这种文书不用裁定补正，请核对后重新出具。</source>
            <translation>What was settled differs from what the paper prints. Such a paper is not corrected by a ruling: check it and issue it anew.</translation>
        </message>
        <message>
            <source>{count} 种用自由字体代替；装上法院买的字体，下次启动就用它。</source>
            <translation>{count} kinds are drawn with free fonts; install the fonts the court has bought, and they are used from the next start.</translation>
        </message>
        <message>
            <source>今天用本院样式的文书</source>
            <translation>Papers in the court's own wording today</translation>
        </message>
        <message>
            <source>作废</source>
            <translation>Void</translation>
        </message>
        <message>
            <source>作废理由</source>
            <translation>Why void</translation>
        </message>
        <message>
            <source>到期后不能立新案、开新庭；已开的庭、保存、核对和回传不受影响。</source>
            <translation>When it is over no new case and no new hearing can be opened; an open hearing, saving, checking and sending go on.</translation>
        </message>
        <message>
            <source>号段</source>
            <translation>Number block</translation>
        </message>
        <message>
            <source>哪台电脑</source>
            <translation>Laptop</translation>
        </message>
        <message>
            <source>在外使用期限</source>
            <translation>Time away from the court</translation>
        </message>
        <message>
            <source>小标题（黑体）</source>
            <translation>Headings (Heiti)</translation>
        </message>
        <message>
            <source>已用</source>
            <translation>Used</translation>
        </message>
        <message>
            <source>已签发的文书不变；新文书从生效日起用。</source>
            <translation>Issued papers stay as they are; new ones use it from its day on.</translation>
        </message>
        <message>
            <source>年份</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>快到期了，尽早接上法院网络回传。</source>
            <translation> It is nearly over: connect to the court and send soon.</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>State</translation>
        </message>
        <message>
            <source>排文书的字体</source>
            <translation>Fonts of papers</translation>
        </message>
        <message>
            <source>期限和号段</source>
            <translation>Lease and numbers</translation>
        </message>
        <message>
            <source>期限已到。接上法院网络回传一次，就重新算。</source>
            <translation>The time is over. Connect to the court and send once, and it runs anew.</translation>
        </message>
        <message>
            <source>未用</source>
            <translation>Free</translation>
        </message>
        <message>
            <source>本机</source>
            <translation>This one</translation>
        </message>
        <message>
            <source>本院自己的文书样式：法院签发的样式包，装好后到生效日起用</source>
            <translation>The court's own templates: a pack signed by the court, used from its day on</translation>
        </message>
        <message>
            <source>标题（小标宋）</source>
            <translation>Titles (Xiaobiaosong)</translation>
        </message>
        <message>
            <source>样式包</source>
            <translation>Template pack</translation>
        </message>
        <message>
            <source>样式包“{title}”已装好。</source>
            <translation>The template pack “{title}” is installed.</translation>
        </message>
        <message>
            <source>样式和字体</source>
            <translation>Templates, fonts</translation>
        </message>
        <message>
            <source>楷体</source>
            <translation>Kaiti</translation>
        </message>
        <message>
            <source>正文（仿宋）</source>
            <translation>Text (Fangsong)</translation>
        </message>
        <message>
            <source>没有装法院的字体，用自由字体代替</source>
            <translation>The court's font is not installed; a free one stands in</translation>
        </message>
        <message>
            <source>法院的字体</source>
            <translation>The court's font</translation>
        </message>
        <message>
            <source>法院的字体都有了。</source>
            <translation>All the court's fonts are here.</translation>
        </message>
        <message>
            <source>版本</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>现在用的</source>
            <translation>In use</translation>
        </message>
        <message>
            <source>生僻字</source>
            <translation>Rare characters</translation>
        </message>
        <message>
            <source>用在哪里</source>
            <translation>Used for</translation>
        </message>
        <message>
            <source>电脑的钟被拨动过，请核对时间。</source>
            <translation> The laptop's clock was changed: check the time.</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>缺 {count} 种字体，有的文书排不出来，请管理员重装程序。</source>
            <translation>{count} fonts are missing and some papers cannot be set: have the program installed again.</translation>
        </message>
        <message>
            <source>缺少</source>
            <translation>Missing</translation>
        </message>
        <message>
            <source>补字（细宋体）</source>
            <translation>Stand-in characters (light Songti)</translation>
        </message>
        <message>
            <source>装入时间</source>
            <translation>Installed at</translation>
        </message>
        <message>
            <source>装样式包（压缩文件）</source>
            <translation>Install a pack (zip)</translation>
        </message>
        <message>
            <source>装样式包（文件夹）</source>
            <translation>Install a pack (folder)</translation>
        </message>
        <message>
            <source>谁装的</source>
            <translation>By</translation>
        </message>
        <message>
            <source>还有</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>还能用 {left} 天（共 {days} 天，每次和法院联通后重新算）。</source>
            <translation>{left} days left (of {days}; counted anew each time the court is reached).</translation>
        </message>
        <message>
            <source>这个号段的台账</source>
            <translation>Ledger of this block</translation>
        </message>
        <message>
            <source>这台电脑没有设在外使用期限。</source>
            <translation>No time away from the court is set for this laptop.</translation>
        </message>
        <message>
            <source>随程序带的</source>
            <translation>Comes with the program</translation>
        </message>
        <message>
            <source>页码和印章（宋体）</source>
            <translation>Page numbers and seal (Songti)</translation>
        </message>
        <message>
            <source>打印每人一套，含送达回证</source>
            <translation>Print each one's set with its certificate</translation>
        </message>
        <message>
            <source>还没有选受送达人。</source>
            <translation>Nobody is chosen to be served.</translation>
        </message>
        <message>
            <source>先选受送达人，再打印。</source>
            <translation>Choose the person first, then print.</translation>
        </message>
        <message>
            <source>按“打印每人一套，含送达回证”，再由受送达人签名。</source>
            <translation>Press “Print each one's set with its certificate”, then have the person sign.</translation>
        </message>
        <message>
            <source>核定</source>
            <translation>Settle</translation>
        </message>
        <message>
            <source>选对的</source>
            <translation>Pick the right one</translation>
        </message>
        <message>
            <source>（空）</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>是</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>否</source>
            <translation>no</translation>
        </message>
        <message>
            <source>这台电脑</source>
            <translation>this laptop</translation>
        </message>
        <message>
            <source>另一台电脑</source>
            <translation>another laptop</translation>
        </message>
        <message>
            <source>{who} {at} 在{where}上记的</source>
            <translation>recorded by {who}, {at}, on {where}</translation>
        </message>
        <message>
            <source>这个决定随数据回传到别的电脑；已签发的文书印的是另一个的，到“文书”页更正。</source>
            <translation>The decision travels to the other laptops with the next round; issued papers that print the other value are corrected on the Papers page.</translation>
        </message>
        <message>
            <source>这一行里同一个键写了两次。</source>
            <translation>This line says one key twice.</translation>
        </message>
        <message>
            <source>这一行不是 UTF-8 编码。</source>
            <translation>This line is not UTF-8.</translation>
        </message>
        <message>
            <source>用 UTF-8 存一遍。</source>
            <translation>Save it as UTF-8.</translation>
        </message>
        <message>
            <source>不休庭</source>
            <translation>Do not pause</translation>
        </message>
        <message>
            <source>事由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>今天的庭到此为止，下次开庭已定。</source>
            <translation>Today's sitting is over and the next day is set.</translation>
        </message>
        <message>
            <source>今天的笔录今天签；时间没定的不填，另行通知。下次开庭另做一份笔录。</source>
            <translation>Today's record is signed today. Leave the time empty if it is not set yet; the parties will be told. The next day gets its own record.</translation>
        </message>
        <message>
            <source>休庭</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>休庭 {count} 次，共 {time}</source>
            <translation>paused {count} times, {time} in all</translation>
        </message>
        <message>
            <source>休庭中</source>
            <translation>Paused</translation>
        </message>
        <message>
            <source>休庭中　{at} 起，事由：{reason}</source>
            <translation>Paused since {at}: {reason}</translation>
        </message>
        <message>
            <source>休庭或继续开庭的时间早于前一个时间（{earliest}）。</source>
            <translation>This pause or resumption is earlier than what came before ({earliest}).</translation>
        </message>
        <message>
            <source>休庭；再按一次继续开庭</source>
            <translation>Pause; press again to go on</translation>
        </message>
        <message>
            <source>写明在哪里继续开庭。</source>
            <translation>Say where the hearing goes on.</translation>
        </message>
        <message>
            <source>到“文书”页做今天的庭审笔录、传票和延期开庭通知，再签名、送达。</source>
            <translation>On Papers make today's hearing record, the summonses and the adjournment notice, then sign and serve them.</translation>
        </message>
        <message>
            <source>只有庭审可以休庭。</source>
            <translation>Only a hearing can be paused.</translation>
        </message>
        <message>
            <source>庭审没有休庭，不用继续。</source>
            <translation>The hearing is not paused.</translation>
        </message>
        <message>
            <source>怎么休</source>
            <translation>How</translation>
        </message>
        <message>
            <source>择期继续，今天到此为止</source>
            <translation>Go on another day, end today</translation>
        </message>
        <message>
            <source>按 Alt+P 继续开庭，再记或闭庭。</source>
            <translation>Press Alt+P to go on, then take down or close.</translation>
        </message>
        <message>
            <source>按 Enter 记下这一句，或者删掉它，再休庭或闭庭。</source>
            <translation>Press Enter to record this turn, or delete it, then pause or close.</translation>
        </message>
        <message>
            <source>接着记。</source>
            <translation>Go on taking down.</translation>
        </message>
        <message>
            <source>改期开庭</source>
            <translation>Hearing put off</translation>
        </message>
        <message>
            <source>时间和事由记入笔录；休庭的时间不算开庭时间。</source>
            <translation>Time and reason go into the record; a pause does not count as hearing time.</translation>
        </message>
        <message>
            <source>核对电脑的时间再试。</source>
            <translation>Check the computer's clock and try again.</translation>
        </message>
        <message>
            <source>正在休庭。</source>
            <translation>The hearing is paused.</translation>
        </message>
        <message>
            <source>稍后继续</source>
            <translation>Go on later today</translation>
        </message>
        <message>
            <source>继续开庭</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>继续开庭的地点</source>
            <translation>Place of the next sitting</translation>
        </message>
        <message>
            <source>继续开庭的时间</source>
            <translation>Time of the next sitting</translation>
        </message>
        <message>
            <source>记入笔录，休庭</source>
            <translation>Record and pause</translation>
        </message>
        <message>
            <source>询问、勘验先结束；接着做时另开一次。</source>
            <translation>End the inquiry or inspection first; open another one to continue.</translation>
        </message>
        <message>
            <source>这个时间已经过了。写一个将来的时间，或者不填。</source>
            <translation>This time has passed. Give a later one or leave it empty.</translation>
        </message>
        <message>
            <source>签名密钥的申请坏了。</source>
            <translation>The request for a signing key is damaged.</translation>
        </message>
        <message>
            <source>重新登录再申请；反复出现请告诉管理员。</source>
            <translation>Sign in again to ask anew; if it happens again, tell the administrator.</translation>
        </message>
        <message>
            <source>这把签名密钥已被法院停用（{reason}）。</source>
            <translation>The court has revoked this signing key ({reason}).</translation>
        </message>
        <message>
            <source>在纸上签名后扫描存入，并请管理员办理。</source>
            <translation>Sign on paper and scan it, and ask the administrator.</translation>
        </message>
        <message>
            <source>签名证书 {until} 到期了。</source>
            <translation>The certificate for signing ended on {until}.</translation>
        </message>
        <message>
            <source>连上法院网络回传，领新证书；急用的在纸上签。</source>
            <translation>Sync with the court to get a new one; what can't wait, sign on paper.</translation>
        </message>
        <message>
            <source>没有这把密钥的申请。</source>
            <translation>No such key was asked for.</translation>
        </message>
        <message>
            <source>对照申请清单再输。</source>
            <translation>Compare with the list of requests.</translation>
        </message>
        <message>
            <source>{officer}还没有在法院登记任职。</source>
            <translation>{officer} has not been named at the court.</translation>
        </message>
        <message>
            <source>先登记姓名和职务，再发证书。</source>
            <translation>Name the officer and the role first, then certify.</translation>
        </message>
        <message>
            <source>电脑上写的姓名或职务和法院登记的不一样（{name}，{role}）。</source>
            <translation>The laptop calls the officer something else than the court does ({name}, {role}).</translation>
        </message>
        <message>
            <source>查清是谁，再登记或退回。</source>
            <translation>Find out who it is, then name or refuse.</translation>
        </message>
        <message>
            <source>{name}已被法院停用，不能再登录。</source>
            <translation>{name} has been revoked by the court and can't sign in any more.</translation>
        </message>
        <message>
            <source>换人登录；弄错了请法院重新登记。</source>
            <translation>Let someone else sign in; if this is a mistake, the court can name the officer anew.</translation>
        </message>
        <message>
            <source>休庭和继续开庭的时间由程序记下，不更正。</source>
            <translation>The program notes when a hearing pauses and goes on; these times are not corrected.</translation>
        </message>
        <message>
            <source>有出入的，当庭说明并记成一句话。</source>
            <translation>If they differ from the facts, state it in court and record it as a turn.</translation>
        </message>
        <message>
            <source>这件事已经有了决定。</source>
            <translation>This matter has been decided.</translation>
        </message>
        <message>
            <source>决定不对的，重新报批。</source>
            <translation>If the decision is wrong, put the matter anew.</translation>
        </message>
        <message>
            <source>这不是报批这件事的法定理由（{article}）。</source>
            <translation>This is no ground in law for this matter ({article}).</translation>
        </message>
        <message>
            <source>从列出的理由里选。</source>
            <translation>Choose one of the grounds listed.</translation>
        </message>
        <message>
            <source>没有这种报批事项。</source>
            <translation>There is no such matter to put to someone above.</translation>
        </message>
        <message>
            <source>从列出的事项里选。</source>
            <translation>Choose one of the matters listed.</translation>
        </message>
        <message>
            <source>还没有批准，不能先做（{article}）。</source>
            <translation>It has not been approved and may not be done before ({article}).</translation>
        </message>
        <message>
            <source>打电话请示，把答复记在“报批”页。</source>
            <translation>Telephone for a decision and note the answer on the Approvals page.</translation>
        </message>
        <message>
            <source>决定的时间早于报批。</source>
            <translation>The decision is earlier than the request.</translation>
        </message>
        <message>
            <source>这件事不由他决定（{article}）。</source>
            <translation>This officer does not decide this matter ({article}).</translation>
        </message>
        <message>
            <source>选有权决定的人：回避、处罚、延审由院长，缓减免由庭长或院长。</source>
            <translation>Choose who may: the president for recusal, penalties and extension, the division chief or the president for fee relief.</translation>
        </message>
        <message>
            <source>拘留为一日以上十五日以下（{article}）。</source>
            <translation>Detention is for one to fifteen days ({article}).</translation>
        </message>
        <message>
            <source>改好日数。</source>
            <translation>Correct the number of days.</translation>
        </message>
        <message>
            <source>审限已经延长过，本院院长不能再延长（{article}）。</source>
            <translation>The trial limit was extended before; this court's president can't do so again ({article}).</translation>
        </message>
        <message>
            <source>普通程序报上级法院；简易、小额转为普通程序。</source>
            <translation>Ordinary procedure: ask the superior court. Simplified or small claims: change to the ordinary procedure.</translation>
        </message>
        <message>
            <source>罚款超出法定幅度（{article}）。</source>
            <translation>The fine is outside what the law allows ({article}).</translation>
        </message>
        <message>
            <source>个人十万元以下，单位五万元以上一百万元以下。</source>
            <translation>At most 100,000 yuan for a person; 50,000 to 1,000,000 for an organisation.</translation>
        </message>
        <message>
            <source>这件事不等谁补签。</source>
            <translation>Nobody's signature is awaited here.</translation>
        </message>
        <message>
            <source>在“报批”页看还等着什么。</source>
            <translation>See on the Approvals page what is still awaited.</translation>
        </message>
        <message>
            <source>只有作出决定的人能补签。</source>
            <translation>Only the one who decided signs for it.</translation>
        </message>
        <message>
            <source>请他在自己的电脑上签，或者签在纸上扫描进来。</source>
            <translation>Let him sign on his own computer, or sign on paper and scan it in.</translation>
        </message>
        <message>
            <source>回避申请还没有决定，审判人员暂停参与本案（{article}）。</source>
            <translation>The application for recusal is not decided: the judge takes no part in the case meanwhile ({article}).</translation>
        </message>
        <message>
            <source>打电话请院长决定，记在“报批”页；紧急措施不停。</source>
            <translation>Telephone the president and note the decision on the Approvals page; urgent measures go on.</translation>
        </message>
        <message>
            <source>申请回避要在法庭辩论终结前提出（{article}）。</source>
            <translation>Recusal is applied for before the debate in court closes ({article}).</translation>
        </message>
        <message>
            <source>记入笔录，告知当事人。</source>
            <translation>Put it on the record and tell the party.</translation>
        </message>
        <message>
            <source>已经决定回避，不能再办本案（{article}）。</source>
            <translation>The recusal was granted: this officer may no longer work in the case ({article}).</translation>
        </message>
        <message>
            <source>由另定的审判人员办理。</source>
            <translation>The judge appointed instead goes on with it.</translation>
        </message>
        <message>
            <source>找不到这件报批。</source>
            <translation>That matter is not here.</translation>
        </message>
        <message>
            <source>在“报批”页重新选。</source>
            <translation>Choose again on the Approvals page.</translation>
        </message>
        <message>
            <source>不予批准</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>批准人否认</source>
            <translation>Disowned by the approver</translation>
        </message>
        <message>
            <source>○ 正在存好录音</source>
            <translation>○ Saving the recording</translation>
        </message>
        <message>
            <source>○ 正在找麦克风</source>
            <translation>○ Looking for a microphone</translation>
        </message>
        <message>
            <source>○ 没有录音</source>
            <translation>○ Not recording</translation>
        </message>
        <message>
            <source>● 录音中 {time}</source>
            <translation>● Recording {time}</translation>
        </message>
        <message>
            <source>● 录音中 {time}　没有声音，看看麦克风</source>
            <translation>● Recording {time}  no sound, check the microphone</translation>
        </message>
        <message>
            <source>上次录音被打断，已保住 {time}。</source>
            <translation>The last recording was cut off; {time} of it is safe.</translation>
        </message>
        <message>
            <source>停止录音</source>
            <translation>Stop recording</translation>
        </message>
        <message>
            <source>听这一句</source>
            <translation>Listen</translation>
        </message>
        <message>
            <source>听选中的一句</source>
            <translation>Listen to the selected turn</translation>
        </message>
        <message>
            <source>在录音的那台电脑上听，或数据回传后再听。</source>
            <translation>Listen on the laptop that recorded it, or after a sync.</translation>
        </message>
        <message>
            <source>开始录音</source>
            <translation>Recording began</translation>
        </message>
        <message>
            <source>开始录音了。</source>
            <translation>Recording has begun.</translation>
        </message>
        <message>
            <source>录音</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>录音结束</source>
            <translation>Recording ended</translation>
        </message>
        <message>
            <source>录音；再按一次停止</source>
            <translation>Record; press again to stop</translation>
        </message>
        <message>
            <source>把这句告知读给各方，按 Enter 记入笔录。</source>
            <translation>Read this notice to everyone and press Enter to put it into the record.</translation>
        </message>
        <message>
            <source>按 Alt+R 停止录音，或休庭以后再听。</source>
            <translation>Press Alt+R to stop recording, or listen after a pause.</translation>
        </message>
        <message>
            <source>按 Alt+R 接着录音；闭庭后“文书”页有录音故障说明。</source>
            <translation>Press Alt+R to go on recording; after closing, Papers offers the note on the fault.</translation>
        </message>
        <message>
            <source>接上耳机或音箱再听。</source>
            <translation>Connect headphones or a speaker and try again.</translation>
        </message>
        <message>
            <source>接上麦克风再按 Alt+R；不录音也可以照常记录。</source>
            <translation>Connect a microphone and press Alt+R; the record can be typed without one.</translation>
        </message>
        <message>
            <source>没有这段录音。</source>
            <translation>There is no such recording.</translation>
        </message>
        <message>
            <source>说这一句时没有录音。</source>
            <translation>This turn was not recorded.</translation>
        </message>
        <message>
            <source>还在录音。</source>
            <translation>The recording is still running.</translation>
        </message>
        <message>
            <source>这一段录音没有保住，或者不在这台电脑上。</source>
            <translation>This recording was lost or is not on this computer.</translation>
        </message>
        <message>
            <source>这台电脑没有可用的扬声器。</source>
            <translation>This computer has no loudspeaker.</translation>
        </message>
        <message>
            <source>这台电脑没有可用的麦克风，没有录音。</source>
            <translation>This computer has no microphone; nothing is recorded.</translation>
        </message>
        <message>
            <source>选一句录音时说的话。</source>
            <translation>Choose a turn that was said while recording.</translation>
        </message>
        <message>
            <source>重新打开庭审页再听。</source>
            <translation>Open the hearing page again and listen.</translation>
        </message>
        <message>
            <source>{number} 有报批的事还没有答复</source>
            <translation>{number}: a matter put to someone above is not answered</translation>
        </message>
        <message>
            <source>{number} 电话批准的事等着补签</source>
            <translation>{number}: a decision by telephone awaits its signature</translation>
        </message>
        <message>
            <source>{who} 已答复，等着补签：在自己的电脑上签，或者签在审批表上扫描进来。</source>
            <translation>{who} has answered; the signature is awaited: on their own computer, or on the form, scanned in.</translation>
        </message>
        <message>
            <source>不同意</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>先按 Ctrl+K 选案件。</source>
            <translation>Choose a case with Ctrl+K first.</translation>
        </message>
        <message>
            <source>写上不同意的理由。</source>
            <translation>Write why it was refused.</translation>
        </message>
        <message>
            <source>决定之前，被申请回避的人暂停参与本案；紧急措施不停（{article}）。</source>
            <translation>Until it is decided the challenged officer takes no part in the case; urgent measures go on ({article}).</translation>
        </message>
        <message>
            <source>同意</source>
            <translation>Granted</translation>
        </message>
        <message>
            <source>哄闹、冲击法庭或暴力抗拒，已先拘留，立即补办（解释181）</source>
            <translation>Riot or violence in court: detained first, approval to follow at once (Interpretation 181)</translation>
        </message>
        <message>
            <source>回避</source>
            <translation>Recusal</translation>
        </message>
        <message>
            <source>在线开庭的场所</source>
            <translation>Place of the online hearing</translation>
        </message>
        <message>
            <source>审判人员的回避由院长决定，其他人员的由审判员决定，三日内（民诉49、50）。</source>
            <translation>The president decides on judges and assessors, the judge on others, within three days (Civil Procedure Law 49, 50).</translation>
        </message>
        <message>
            <source>审限到 {limit}，已经延长过一次，本院不能再延长。</source>
            <translation>The trial limit is {limit}; it was extended once, and this court can't extend it again.</translation>
        </message>
        <message>
            <source>审限到 {limit}，最多延长到 {later}。</source>
            <translation>The trial limit is {limit}; it may be put off to {later} at the latest.</translation>
        </message>
        <message>
            <source>对谁</source>
            <translation>Against whom</translation>
        </message>
        <message>
            <source>已经终结</source>
            <translation>Already closed</translation>
        </message>
        <message>
            <source>延期到</source>
            <translation>Put off to</translation>
        </message>
        <message>
            <source>延期开庭</source>
            <translation>Adjournment</translation>
        </message>
        <message>
            <source>延长到哪一天</source>
            <translation>Extend to</translation>
        </message>
        <message>
            <source>延长审限</source>
            <translation>Extension of the trial limit</translation>
        </message>
        <message>
            <source>当面</source>
            <translation>In person</translation>
        </message>
        <message>
            <source>待批和已批</source>
            <translation>Waiting and decided</translation>
        </message>
        <message>
            <source>待补签</source>
            <translation>Awaiting signature</translation>
        </message>
        <message>
            <source>怎么答复</source>
            <translation>How answered</translation>
        </message>
        <message>
            <source>意见（不同意要写理由）</source>
            <translation>Opinion (a refusal needs its reason)</translation>
        </message>
        <message>
            <source>我来补签</source>
            <translation>I sign for it</translation>
        </message>
        <message>
            <source>打电话请示；答复记在这一页，审批表在“文书”页。</source>
            <translation>Telephone for a decision; note the answer on this page. The form is on the Papers page.</translation>
        </message>
        <message>
            <source>扫描补签的审批表</source>
            <translation>Scan the signed form</translation>
        </message>
        <message>
            <source>批准之前不能做，决定书不能发（{article}）。</source>
            <translation>It may not be done, and no decision paper issued, before it is approved ({article}).</translation>
        </message>
        <message>
            <source>批准之前，原来的审限照走；提前十五日报批，届满五日前答复（{article}）。</source>
            <translation>The old limit runs on until approval; ask fifteen days before it ends, the answer comes five days before ({article}).</translation>
        </message>
        <message>
            <source>报批</source>
            <translation>Approvals</translation>
        </message>
        <message>
            <source>报批什么</source>
            <translation>What is put</translation>
        </message>
        <message>
            <source>报批已记下。</source>
            <translation>The matter is on the record.</translation>
        </message>
        <message>
            <source>报批时间</source>
            <translation>Put at</translation>
        </message>
        <message>
            <source>报批的答复</source>
            <translation>Answer to a matter put</translation>
        </message>
        <message>
            <source>拘传</source>
            <translation>Summons by force</translation>
        </message>
        <message>
            <source>拘留</source>
            <translation>Detention</translation>
        </message>
        <message>
            <source>拘留几日</source>
            <translation>Days of detention</translation>
        </message>
        <message>
            <source>新报批</source>
            <translation>Put a matter</translation>
        </message>
        <message>
            <source>是单位</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>是单位，不是个人</source>
            <translation>An organisation, not a person</translation>
        </message>
        <message>
            <source>本人在这台电脑上</source>
            <translation>Himself, at this computer</translation>
        </message>
        <message>
            <source>本案没有在走的审限。</source>
            <translation>No trial limit runs in this case.</translation>
        </message>
        <message>
            <source>没有报批的事。</source>
            <translation>Nothing was put to anyone above.</translation>
        </message>
        <message>
            <source>法庭外在线开庭</source>
            <translation>Online hearing outside the courtroom</translation>
        </message>
        <message>
            <source>法庭辩论</source>
            <translation>Debate in court</translation>
        </message>
        <message>
            <source>由{who}决定（{article}）。</source>
            <translation>{who} decides ({article}).</translation>
        </message>
        <message>
            <source>申请谁回避</source>
            <translation>Who is challenged</translation>
        </message>
        <message>
            <source>电话号码</source>
            <translation>Telephone number</translation>
        </message>
        <message>
            <source>电话答复的，回院后请本人补签。</source>
            <translation>An answer by telephone is signed for after the return.</translation>
        </message>
        <message>
            <source>离届满已不足十五日，报批时写明为什么这时才报。</source>
            <translation>Fewer than fifteen days are left; say why it is asked only now.</translation>
        </message>
        <message>
            <source>答复</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>答复已记下。</source>
            <translation>The answer is on the record.</translation>
        </message>
        <message>
            <source>答复时间</source>
            <translation>Answered at</translation>
        </message>
        <message>
            <source>答复期限</source>
            <translation>Answer due</translation>
        </message>
        <message>
            <source>简易、小额一个月，普通程序六个月，特别程序三十日。</source>
            <translation>One month in simplified and small claims, six in ordinary, thirty days in special procedure.</translation>
        </message>
        <message>
            <source>紧急</source>
            <translation>Urgent</translation>
        </message>
        <message>
            <source>缓交、减交、免交在“收费”页报批。</source>
            <translation>Deferral, reduction and exemption of fees are put on the Fees page.</translation>
        </message>
        <message>
            <source>罚款</source>
            <translation>Fine</translation>
        </message>
        <message>
            <source>罚款多少（元）</source>
            <translation>Fine (yuan)</translation>
        </message>
        <message>
            <source>限哪一天以前交</source>
            <translation>To be paid by</translation>
        </message>
        <message>
            <source>自行回避</source>
            <translation>Withdraws himself</translation>
        </message>
        <message>
            <source>补签</source>
            <translation>Signed for afterwards</translation>
        </message>
        <message>
            <source>记下报批</source>
            <translation>Record it</translation>
        </message>
        <message>
            <source>记下答复</source>
            <translation>Record the answer</translation>
        </message>
        <message>
            <source>谁决定的</source>
            <translation>Decided by</translation>
        </message>
        <message>
            <source>谁申请的</source>
            <translation>Asked by</translation>
        </message>
        <message>
            <source>超过了院长可以延长到的日子。</source>
            <translation>That is later than the president may grant.</translation>
        </message>
        <message>
            <source>超过了院长可以延长到的日子（{article}）。</source>
            <translation>That is later than the president may grant ({article}).</translation>
        </message>
        <message>
            <source>这不是我的决定</source>
            <translation>That was not my decision</translation>
        </message>
        <message>
            <source>选扫描好的审批表</source>
            <translation>Choose the scanned form</translation>
        </message>
        <message>
            <source>{until} 到期了</source>
            <translation>Ended on {until}</translation>
        </message>
        <message>
            <source>一起输入的另一位（先用 Ctrl+U 登录）</source>
            <translation>The other officer (signs in first, Ctrl+U)</translation>
        </message>
        <message>
            <source>下次登录时申请</source>
            <translation>Asked for at the next sign-in</translation>
        </message>
        <message>
            <source>不一样，停下</source>
            <translation>They differ: stop</translation>
        </message>
        <message>
            <source>人都设好了，领用</source>
            <translation>Everybody is set: take into use</translation>
        </message>
        <message>
            <source>再输一遍口令</source>
            <translation>The passphrase again</translation>
        </message>
        <message>
            <source>再输一遍短码</source>
            <translation>The PIN again</translation>
        </message>
        <message>
            <source>十个词都一样</source>
            <translation>All ten words are the same</translation>
        </message>
        <message>
            <source>去登录</source>
            <translation>To the sign-in</translation>
        </message>
        <message>
            <source>口令要长，用一句自己记得住的话，电脑丢了靠它保密；短码解锁屏幕、确认签名。</source>
            <translation>Make the passphrase long, a sentence you can remember: it keeps a lost laptop closed. The PIN unlocks the screen and confirms signatures.</translation>
        </message>
        <message>
            <source>另一位的短码</source>
            <translation>The other officer's PIN</translation>
        </message>
        <message>
            <source>向法院要一张登记单，按下面的键办。想先试一试，运行 xunhui practice，里面没有真案件。</source>
            <translation>Ask the court for an enrolment slip and press the button below. To try first, run xunhui practice: no real case is in it.</translation>
        </message>
        <message>
            <source>在外使用期限到了，不能立新案、开新庭。</source>
            <translation>The lease for working away has ended: no new case, no new sitting.</translation>
        </message>
        <message>
            <source>已被法院停用：{reason}</source>
            <translation>Revoked by the court: {reason}</translation>
        </message>
        <message>
            <source>已设好：{names}</source>
            <translation>Set: {names}</translation>
        </message>
        <message>
            <source>把每一行的十个词念给法院管理员听，他对上了才发证书。</source>
            <translation>Read the ten words of each line to the court's administrator, who certifies only what matches.</translation>
        </message>
        <message>
            <source>有一个词不同，连上的就不是本院：不要继续，马上告诉管理员。</source>
            <translation>If one word differs this is not your court: do not go on, tell the administrator at once.</translation>
        </message>
        <message>
            <source>有效到 {until}</source>
            <translation>Valid to {until}</translation>
        </message>
        <message>
            <source>本机（当事人一次性证书）</source>
            <translation>This laptop (parties' one-time certificates)</translation>
        </message>
        <message>
            <source>核对词</source>
            <translation>Words to compare</translation>
        </message>
        <message>
            <source>正在办理，请等一等……</source>
            <translation>Working, please wait…</translation>
        </message>
        <message>
            <source>没有证书的不能在电脑上签名。证书由法院发，随回传下来，快到期自动再申请。</source>
            <translation>Without a certificate nobody signs on this laptop. The court issues them, they come with a sync, and are asked for anew before they end.</translation>
        </message>
        <message>
            <source>没有领用，什么也没有送出。</source>
            <translation>Not taken into use, and nothing was sent.</translation>
        </message>
        <message>
            <source>法院发来的证书对不上，没有收</source>
            <translation>The court sent a certificate that does not fit; it was not taken</translation>
        </message>
        <message>
            <source>法院发证书以前，会请本人念这十个词；全部一样才发。</source>
            <translation>Before it certifies a key the court has its officer read these ten words; all must be the same.</translation>
        </message>
        <message>
            <source>法院报的续期码</source>
            <translation>The code that the court reads out</translation>
        </message>
        <message>
            <source>法院服务器地址</source>
            <translation>Address of the court's server</translation>
        </message>
        <message>
            <source>法院没有发：{reason}</source>
            <translation>Not issued: {reason}</translation>
        </message>
        <message>
            <source>法院还没有登记人员。</source>
            <translation>The court has not named any officer yet.</translation>
        </message>
        <message>
            <source>用登记码领用</source>
            <translation>Take into use with a code</translation>
        </message>
        <message>
            <source>登记码（二十位，大小写、横线都不要紧）</source>
            <translation>Code (twenty letters and digits; case and dashes do not matter)</translation>
        </message>
        <message>
            <source>短码（六到十二位数字）</source>
            <translation>PIN (six to twelve digits)</translation>
        </message>
        <message>
            <source>第一步：法院给的登记单上有地址和登记码</source>
            <translation>Step 1: address and code are on the slip from the court</translation>
        </message>
        <message>
            <source>第三步：用这台电脑的每个人自己设口令和短码</source>
            <translation>Step 3: everyone who uses this laptop sets a passphrase and a PIN</translation>
        </message>
        <message>
            <source>第二步：对照登记单上的十个词</source>
            <translation>Step 2: compare the ten words on the slip</translation>
        </message>
        <message>
            <source>等法院发证书</source>
            <translation>Waits for the court's certificate</translation>
        </message>
        <message>
            <source>等证书的</source>
            <translation>Waits for a certificate</translation>
        </message>
        <message>
            <source>签名证书</source>
            <translation>Certificates</translation>
        </message>
        <message>
            <source>续期</source>
            <translation>Lengthen</translation>
        </message>
        <message>
            <source>续期好了，还能用 {left} 天。</source>
            <translation>Lengthened: {left} more days.</translation>
        </message>
        <message>
            <source>设好这个人</source>
            <translation>Set this officer</translation>
        </message>
        <message>
            <source>证书都有了。</source>
            <translation>Everything is certified.</translation>
        </message>
        <message>
            <source>证书随下一次数据回传到本机；在那以前可以立案、开庭，签名先用纸。</source>
            <translation>The certificates come with the next sync; until then file and hear cases, and sign on paper.</translation>
        </message>
        <message>
            <source>请管理员先登记，再来领用。</source>
            <translation>Let the administrator name them first.</translation>
        </message>
        <message>
            <source>读登记单文件</source>
            <translation>Read a slip's file</translation>
        </message>
        <message>
            <source>谁的</source>
            <translation>Whose</translation>
        </message>
        <message>
            <source>还有 {count} 把密钥没有证书。</source>
            <translation>{count} keys have no certificate yet.</translation>
        </message>
        <message>
            <source>这台电脑已属于{court}，编号 {device}</source>
            <translation>This laptop belongs to {court}; its number is {device}</translation>
        </message>
        <message>
            <source>连上法院网络回传一次，或到“设置”的“期限和号段”输入法院报的续期码。</source>
            <translation>Sync once with the court, or enter the court's code in Settings under lease and numbers.</translation>
        </message>
        <message>
            <source>连不上法院时打电话：报本机编号 {device}、已续过 {count} 次，法院报一个续期码。</source>
            <translation>Where the court can't be reached, telephone: say number {device} and {count} times lengthened; the court reads out a code.</translation>
        </message>
        <message>
            <source>领用这台电脑</source>
            <translation>Take this laptop into use</translation>
        </message>
        <message>
            <source>马上告诉管理员：连上的不是本院。</source>
            <translation>Tell the administrator at once: this is not your court.</translation>
        </message>
        <message>
            <source>地址不是法院服务器的。</source>
            <translation>That is not the address of a court's server.</translation>
        </message>
        <message>
            <source>照登记单上的写，以 https:// 开头。</source>
            <translation>Write it as on the slip, beginning with https://.</translation>
        </message>
        <message>
            <source>没有这种费用变动。</source>
            <translation>There is no such change of a fee.</translation>
        </message>
        <message>
            <source>从列出的变动里选。</source>
            <translation>Choose one of the changes listed.</translation>
        </message>
        <message>
            <source>2015年9月1日以前的借款，利率上限不在表里。</source>
            <translation>The cap for loans before 1 September 2015 is not in the table.</translation>
        </message>
        <message>
            <source>按借款当时的规定算。</source>
            <translation>Count by the rules of that time.</translation>
        </message>
        <message>
            <source>放假和利率</source>
            <translation>Holidays and rates</translation>
        </message>
        <message>
            <source>国务院的放假通知：期限顺延按它算，没有通知的年份只按周末算</source>
            <translation>The State Council's holiday notices: periods roll by them; a year without one counts weekends only</translation>
        </message>
        <message>
            <source>文号</source>
            <translation>Notice</translation>
        </message>
        <message>
            <source>发布日期</source>
            <translation>Published</translation>
        </message>
        <message>
            <source>谁导入的</source>
            <translation>Imported by</translation>
        </message>
        <message>
            <source>随程序</source>
            <translation>With the program</translation>
        </message>
        <message>
            <source>放假通知</source>
            <translation>Holiday notices</translation>
        </message>
        <message>
            <source>贷款市场报价利率</source>
            <translation>Loan prime rate</translation>
        </message>
        <message>
            <source>导入放假通知或利率表</source>
            <translation>Import a notice or a table of rates</translation>
        </message>
        <message>
            <source>导入后随数据回传到本院的其他电脑。</source>
            <translation>It travels to the court's other laptops with the next round.</translation>
        </message>
        <message>
            <source>没有 {years} 年的放假通知，算到那一年的期限会注明只按周末计算。</source>
            <translation>No notice for {years}: periods that reach it say that only weekends were counted.</translation>
        </message>
        <message>
            <source>查到 {day} 为止，一年期 {rate}%，来源“{source}”</source>
            <translation>Seen until {day}, one year {rate}%, source “{source}”</translation>
        </message>
        <message>
            <source>已导入。</source>
            <translation>Imported.</translation>
        </message>
        <message>
            <source>从现在起期限和利息按它算。</source>
            <translation>Periods and interest count by it from now on.</translation>
        </message>
        <message>
            <source>法院时间戳</source>
            <translation>The court's timestamp</translation>
        </message>
        <message>
            <source>{at} 加上</source>
            <translation>Added {at}</translation>
        </message>
        <message>
            <source>没有这种代理事项。</source>
            <translation>There is no such act of an agent.</translation>
        </message>
        <message>
            <source>没有这种代理权限。</source>
            <translation>There is no such authority.</translation>
        </message>
        <message>
            <source>选一般授权或特别授权。</source>
            <translation>Choose general or special authority.</translation>
        </message>
        <message>
            <source>代理人没有这一项特别授权（{article}）。</source>
            <translation>The agent has no special authority for this ({article}).</translation>
        </message>
        <message>
            <source>请本人到场，或补交写明这一项的授权委托书。</source>
            <translation>Have the party come, or hand in a power of attorney that names it.</translation>
        </message>
        <message>
            <source>{party}已经是本案的{role}。</source>
            <translation>{party} is already {role} in this case.</translation>
        </message>
        <message>
            <source>一方可以委托一至二人（民诉61）。手续不齐的可以先记下，补齐再勾（解释88）。</source>
            <translation>A party may name one or two agents (CPL 61). Record them now and tick the papers as they come (Interp. 88).</translation>
        </message>
        <message>
            <source>一方最多委托{most}名代理人（{article}）。</source>
            <translation>A party has at most {most} agents ({article}).</translation>
        </message>
        <message>
            <source>一方最多委托两名代理人（民诉61）。</source>
            <translation>A party has at most two agents (CPL 61).</translation>
        </message>
        <message>
            <source>下次发言、签名、送达都可以选代理人。</source>
            <translation>The agent can now be chosen as speaker, signer and recipient.</translation>
        </message>
        <message>
            <source>不能追加为{role}。</source>
            <translation>Nobody is joined as {role}.</translation>
        </message>
        <message>
            <source>代理人已记下。</source>
            <translation>The agents are recorded.</translation>
        </message>
        <message>
            <source>作废的理由</source>
            <translation>Reason for voiding</translation>
        </message>
        <message>
            <source>作废选中的空号</source>
            <translation>Void the selected free number</translation>
        </message>
        <message>
            <source>信息有误的，在“更正信息”里改。</source>
            <translation>If a detail is wrong, change it under Correct details.</translation>
        </message>
        <message>
            <source>写上姓名，或者去掉这个代理人。</source>
            <translation>Give the name, or take this agent out.</translation>
        </message>
        <message>
            <source>写明承认、放弃、变更诉讼请求、和解、反诉、上诉中的哪些，或改为一般授权。</source>
            <translation>Name the powers: admit, waive or change claims, settle, counterclaim, appeal; or choose a general authority.</translation>
        </message>
        <message>
            <source>到“文书”页出参加诉讼通知书、权利义务告知书和传票，再送达；让他确认送达地址。</source>
            <translation>On Papers issue the notice of joinder, the notice of rights and the summons, then serve them; have the address for service confirmed.</translation>
        </message>
        <message>
            <source>办什么</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Firm</translation>
        </message>
        <message>
            <source>去掉一名。</source>
            <translation>Take one out.</translation>
        </message>
        <message>
            <source>在列表里按 Delete 去掉一名。</source>
            <translation>Press Delete in the list to take one out.</translation>
        </message>
        <message>
            <source>在台账里用 ↑↓ 选一个未用的号。</source>
            <translation>Choose an unused number in the ledger with ↑↓.</translation>
        </message>
        <message>
            <source>基层法律服务工作者</source>
            <translation>Legal worker</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>工作人员</source>
            <translation>Employee</translation>
        </message>
        <message>
            <source>已出具的文书印的是旧号：到“文书”页逐件更正。</source>
            <translation>Papers already issued bear the old number: correct each on Papers.</translation>
        </message>
        <message>
            <source>已追加为当事人。</source>
            <translation>The party has been joined.</translation>
        </message>
        <message>
            <source>律师</source>
            <translation>Lawyer</translation>
        </message>
        <message>
            <source>收到的手续</source>
            <translation>Papers handed in</translation>
        </message>
        <message>
            <source>更正信息</source>
            <translation>Correct details</translation>
        </message>
        <message>
            <source>本案改为{number}，旧号已作废，理由记入台账。</source>
            <translation>The case is now {number}; the old number is voided with its reason in the ledger.</translation>
        </message>
        <message>
            <source>本案案号作废，取下一个号</source>
            <translation>Void this number, take the next</translation>
        </message>
        <message>
            <source>案号 {number}</source>
            <translation>Case number {number}</translation>
        </message>
        <message>
            <source>案号作废，重新编号</source>
            <translation>Number voided, case renumbered</translation>
        </message>
        <message>
            <source>案号台账</source>
            <translation>Number ledger</translation>
        </message>
        <message>
            <source>没有人申请，法院依职权</source>
            <translation>Nobody; the court of its own motion</translation>
        </message>
        <message>
            <source>没有写代理人的姓名。</source>
            <translation>An agent has no name.</translation>
        </message>
        <message>
            <source>特别授权没有写明事项，只算一般授权（解释89）。</source>
            <translation>A special authority that names no power counts as general (解释89).</translation>
        </message>
        <message>
            <source>登记委托诉讼代理人</source>
            <translation>Agents named</translation>
        </message>
        <message>
            <source>社区、单位推荐</source>
            <translation>Recommended person</translation>
        </message>
        <message>
            <source>记下代理人</source>
            <translation>Record agents</translation>
        </message>
        <message>
            <source>谁申请追加</source>
            <translation>Who asked</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>近亲属</source>
            <translation>Near relative</translation>
        </message>
        <message>
            <source>还没有选空号。</source>
            <translation>No free number is selected.</translation>
        </message>
        <message>
            <source>还缺的手续</source>
            <translation>Papers missing</translation>
        </message>
        <message>
            <source>这个号已作废，理由记入台账。</source>
            <translation>The number is voided; the reason is in the ledger.</translation>
        </message>
        <message>
            <source>追加为当事人</source>
            <translation>Join as party</translation>
        </message>
        <message>
            <source>追加以后要给他答辩期和举证期限，举证期限其他当事人也适用（证据55）；还要通知其他当事人（解释74）。</source>
            <translation>Give the new party time to answer and to bring evidence, which then runs for the others too (Evidence 55), and notify the other parties (Interp. 74).</translation>
        </message>
        <message>
            <source>追加当事人</source>
            <translation>Join a party</translation>
        </message>
        <message>
            <source>追加的理由</source>
            <translation>Reason for joining</translation>
        </message>
        <message>
            <source>选原告、被告或第三人。</source>
            <translation>Choose plaintiff, defendant or third party.</translation>
        </message>
        <message>
            <source>齐</source>
            <translation>complete</translation>
        </message>
        <message>
            <source>交的没有超过应负担的，没有可退的。</source>
            <translation>No more was paid than is borne; there is nothing to send back.</translation>
        </message>
        <message>
            <source>写上开户行、户名和账号。</source>
            <translation>Write the bank, the holder and the number.</translation>
        </message>
        <message>
            <source>决定退费</source>
            <translation>Refund ordered</translation>
        </message>
        <message>
            <source>决定退费：文书生效之日起十五日内退还（费用53）</source>
            <translation>Order a refund: within fifteen days of the paper's effect (Fees 53)</translation>
        </message>
        <message>
            <source>在“收费”页重新选。</source>
            <translation>Choose again on the Fees page.</translation>
        </message>
        <message>
            <source>审批表和通知书在“文书”页；退了以后回来记下。</source>
            <translation>The form and the notice are on the Papers page; come back to note when it has gone.</translation>
        </message>
        <message>
            <source>已交 {paid} 元，本案应交 {due} 元。</source>
            <translation>Paid {paid} yuan; the case costs {due} yuan. </translation>
        </message>
        <message>
            <source>已交（元）</source>
            <translation>Paid (yuan)</translation>
        </message>
        <message>
            <source>已退费</source>
            <translation>Refunded</translation>
        </message>
        <message>
            <source>应由其负担（元）</source>
            <translation>What this payer bears (yuan)</translation>
        </message>
        <message>
            <source>应负担（元）</source>
            <translation>Bears (yuan)</translation>
        </message>
        <message>
            <source>应退（元）</source>
            <translation>Goes back (yuan)</translation>
        </message>
        <message>
            <source>待批的，答复以后记在“报批”页；批准之前没有交费，不按撤诉处理（费用22）。</source>
            <translation>The answer to an open request is noted on the Approvals page; until then not paying does not count as withdrawal (Fees 22).</translation>
        </message>
        <message>
            <source>找不到这笔退费。</source>
            <translation>That refund is not here.</translation>
        </message>
        <message>
            <source>收款账户</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>文书 {day} 生效。</source>
            <translation>The paper takes effect on {day}.</translation>
        </message>
        <message>
            <source>文书还没有生效。</source>
            <translation>The paper has not taken effect.</translation>
        </message>
        <message>
            <source>最迟</source>
            <translation>By</translation>
        </message>
        <message>
            <source>核对应负担的金额。</source>
            <translation>Check what is borne.</translation>
        </message>
        <message>
            <source>核对是不是另一笔。</source>
            <translation>See whether it is another one.</translation>
        </message>
        <message>
            <source>没有写收款账户。</source>
            <translation>The account is missing.</translation>
        </message>
        <message>
            <source>还没有</source>
            <translation>Not yet</translation>
        </message>
        <message>
            <source>还没有人交过费。</source>
            <translation>Nobody has paid yet.</translation>
        </message>
        <message>
            <source>这一笔已经退了</source>
            <translation>This one has gone back</translation>
        </message>
        <message>
            <source>这一笔已经退过了。</source>
            <translation>This one has gone back before.</translation>
        </message>
        <message>
            <source>退了没有</source>
            <translation>Gone back</translation>
        </message>
        <message>
            <source>退给谁</source>
            <translation>To whom</translation>
        </message>
        <message>
            <source>退费</source>
            <translation>Refunds</translation>
        </message>
        <message>
            <source>退费已决定。</source>
            <translation>The refund is ordered.</translation>
        </message>
        <message>
            <source>退费理由</source>
            <translation>Why it goes back</translation>
        </message>
        <message>
            <source>原案号 {former}，已作废。</source>
            <translation>Former number {former}, voided. </translation>
        </message>
        <message>
            <source>已结的案件：法院收齐、备份过的，可以从本机清除</source>
            <translation>Closed cases: what the court has whole and backed up may be purged here</translation>
        </message>
        <message>
            <source>清的是本机上的内容和附件，法院那一份不动；案号不会再用，需要时可以取回。</source>
            <translation>Contents and attachments leave this laptop, the court's own stay; the number is never used again, and a case can be had back.</translation>
        </message>
        <message>
            <source>可以清除</source>
            <translation>May be purged</translation>
        </message>
        <message>
            <source>法院还没有收齐、备份好</source>
            <translation>Not yet whole and backed up at the court</translation>
        </message>
        <message>
            <source>已结的案件</source>
            <translation>Closed cases</translation>
        </message>
        <message>
            <source>从本机清除</source>
            <translation>Purge from this laptop</translation>
        </message>
        <message>
            <source>已清除的案件</source>
            <translation>Purged cases</translation>
        </message>
        <message>
            <source>清除时间</source>
            <translation>Purged</translation>
        </message>
        <message>
            <source>向法院取回</source>
            <translation>Ask the court for it</translation>
        </message>
        <message>
            <source>把{number}从这台电脑上清除？</source>
            <translation>Purge {number} from this laptop?</translation>
        </message>
        <message>
            <source>本机上的内容、附件和第二份里的都会清掉，法院那一份不动。</source>
            <translation>Contents, attachments and the second copy here go; the court's own stay.</translation>
        </message>
        <message>
            <source>清除</source>
            <translation>Purge</translation>
        </message>
        <message>
            <source>不清除</source>
            <translation>Keep</translation>
        </message>
        <message>
            <source>案件已从本机清除。</source>
            <translation>The case is purged from this laptop.</translation>
        </message>
        <message>
            <source>{number}已取回。</source>
            <translation>{number} is back.</translation>
        </message>
        <message>
            <source>清除案件</source>
            <translation>Purging</translation>
        </message>
        <message>
            <source>案件{number}还没有结。</source>
            <translation>Case {number} is not closed.</translation>
        </message>
        <message>
            <source>结案以后再清除。</source>
            <translation>Purge it once it is closed.</translation>
        </message>
        <message>
            <source>{number}还没有在法院收齐、备份好。</source>
            <translation>{number} is not yet whole and backed up at the court.</translation>
        </message>
        <message>
            <source>先回传一次；法院备份以后再清除。</source>
            <translation>Sync once; purge it after the court's next backup.</translation>
        </message>
        <message>
            <source>这个案件没有从本机清除过。</source>
            <translation>This case was not purged here.</translation>
        </message>
        <message>
            <source>在案件列表里找。</source>
            <translation>Look for it in the list of cases.</translation>
        </message>
        <message>
            <source>法院没有给这个案件。</source>
            <translation>The court does not give this case.</translation>
        </message>
        <message>
            <source>它可能已交给别的电脑；请管理员分给本机再取。</source>
            <translation>It may belong to another laptop now; let the administrator assign it first.</translation>
        </message>
        <message>
            <source>等着补签，见“报批”页</source>
            <translation>Awaiting its signature, see the Approvals page</translation>
        </message>
        <message>
            <source>{role}代理人 {name}</source>
            <translation>{role}'s agent {name}</translation>
        </message>
        <message>
            <source>签名证书够用到回来</source>
            <translation>Certificates outlast the trip</translation>
        </message>
        <message>
            <source>有的签名证书不够用到回来。先回传领新证书，或到“设置”的“签名证书”里看。</source>
            <translation>Some certificate ends before the trip does. Sync to get a new one, or look at Settings, Certificates.</translation>
        </message>
        <message>
            <source>鉴定</source>
            <translation>Expert appraisal</translation>
        </message>
        <message>
            <source>双方和解</source>
            <translation>Settlement talks of both sides</translation>
        </message>
        <message>
            <source>管辖异议或者管辖争议</source>
            <translation>Objection to or dispute over jurisdiction</translation>
        </message>
        <message>
            <source>各方同意延长的调解</source>
            <translation>Mediation prolonged by consent of all</translation>
        </message>
        <message>
            <source>扣除审限的日子</source>
            <translation>Days left out of the trial limit</translation>
        </message>
        <message>
            <source>从哪一天</source>
            <translation>From which day</translation>
        </message>
        <message>
            <source>到哪一天（没有结束的不填）</source>
            <translation>To which day (blank while it goes on)</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Explanation</translation>
        </message>
        <message>
            <source>选中的一段到“到哪一天”为止</source>
            <translation>End the chosen span on “To which day”</translation>
        </message>
        <message>
            <source>记下扣除</source>
            <translation>Record the days left out</translation>
        </message>
        <message>
            <source>扣除的日子已记下，审限已重算。</source>
            <translation>The days left out are recorded; the trial limit is counted anew.</translation>
        </message>
        <message>
            <source>扣除审限：这些天不计入审限</source>
            <translation>Suspension: days that do not count in the trial limit</translation>
        </message>
        <message>
            <source>两端的日子都扣除；同一天有两个事由的只扣一次（解释243）。</source>
            <translation>First and last day are both left out; a day with two grounds counts once (解释243).</translation>
        </message>
        <message>
            <source>还没有选没有结束的一段。</source>
            <translation>No span that goes on is chosen.</translation>
        </message>
        <message>
            <source>在表里用 ↑↓ 选一段。</source>
            <translation>Choose one in the table with ↑↓.</translation>
        </message>
        <message>
            <source>本案现在没有在走的期限。</source>
            <translation>No period runs in this case now.</translation>
        </message>
        <message>
            <source>从</source>
            <translation>From</translation>
        </message>
        <message>
            <source>到</source>
            <translation>To</translation>
        </message>
        <message>
            <source>写上最后一天。</source>
            <translation>Write the last day.</translation>
        </message>
        <message>
            <source>还没有结束</source>
            <translation>goes on</translation>
        </message>
        <message>
            <source>扣除审限</source>
            <translation>Trial limit suspended</translation>
        </message>
        <message>
            <source>恢复计算审限</source>
            <translation>Trial limit runs again</translation>
        </message>
        <message>
            <source>没有这种扣除事由。</source>
            <translation>There is no such ground of suspension.</translation>
        </message>
        <message>
            <source>从列出的事由里选。</source>
            <translation>Choose one of those listed.</translation>
        </message>
        <message>
            <source>起日不早于立案，止日不早于起日。</source>
            <translation>The first day is not before the filing, the last not before the first.</translation>
        </message>
        <message>
            <source>这一段已经结束了。</source>
            <translation>That span is over already.</translation>
        </message>
        <message>
            <source>又有新的事由，另记一段。</source>
            <translation>Record another span for another ground.</translation>
        </message>
        <message>
            <source>找不到这一段扣除。</source>
            <translation>That span of suspension cannot be found.</translation>
        </message>
        <message>
            <source>在“案件”页的期限里重新选。</source>
            <translation>Choose it again under Deadlines on the Cases page.</translation>
        </message>
        <message>
            <source>一项请求</source>
            <translation>One claim</translation>
        </message>
        <message>
            <source>不予受理</source>
            <translation>Not accepted</translation>
        </message>
        <message>
            <source>不收取</source>
            <translation>Nothing is charged</translation>
        </message>
        <message>
            <source>人身安全保护令</source>
            <translation>Personal protection order</translation>
        </message>
        <message>
            <source>什么时候</source>
            <translation>When</translation>
        </message>
        <message>
            <source>从哪天起</source>
            <translation>Counted from which day</translation>
        </message>
        <message>
            <source>从破产财产中拨付</source>
            <translation>Paid out of the bankruptcy estate</translation>
        </message>
        <message>
            <source>债务人负担；提出异议的，申请人负担</source>
            <translation>Borne by the debtor; by the applicant if the debtor objects</translation>
        </message>
        <message>
            <source>写上变更前后的金额、或者已经交了多少，就能算</source>
            <translation>Enter the amounts before and after, or what has been paid</translation>
        </message>
        <message>
            <source>原告负担</source>
            <translation>Borne by the plaintiff</translation>
        </message>
        <message>
            <source>双方协商负担，协商不成由法院决定</source>
            <translation>Borne as the parties agree; if they cannot, as the court decides</translation>
        </message>
        <message>
            <source>反诉</source>
            <translation>Counterclaim</translation>
        </message>
        <message>
            <source>反诉或者第三人独立请求，与本诉合并审理</source>
            <translation>Counterclaim, or a third party's own claim</translation>
        </message>
        <message>
            <source>变了什么</source>
            <translation>What has changed</translation>
        </message>
        <message>
            <source>变更以后的金额（元）</source>
            <translation>Amount after the change (yuan)</translation>
        </message>
        <message>
            <source>增加或者减少请求</source>
            <translation>Claims raised or lowered</translation>
        </message>
        <message>
            <source>多长</source>
            <translation>How long</translation>
        </message>
        <message>
            <source>已经交了（元）</source>
            <translation>Already paid (yuan)</translation>
        </message>
        <message>
            <source>往前倒数（如开庭三日前）</source>
            <translation>Counted backward (as three days before the hearing)</translation>
        </message>
        <message>
            <source>扣除的日子，从哪天起（没有就不填）</source>
            <translation>Days left out, from (if any)</translation>
        </message>
        <message>
            <source>扣除的日子，到哪天止</source>
            <translation>Days left out, until</translation>
        </message>
        <message>
            <source>执行案件，没有金额的（50—500元）</source>
            <translation>Enforcement without an amount (50–500 yuan)</translation>
        </message>
        <message>
            <source>按什么算</source>
            <translation>Counted by</translation>
        </message>
        <message>
            <source>按撤诉处理</source>
            <translation>Treated as withdrawn</translation>
        </message>
        <message>
            <source>提出异议的当事人负担</source>
            <translation>Borne by the party that objected</translation>
        </message>
        <message>
            <source>撤销仲裁裁决</source>
            <translation>Setting aside an award</translation>
        </message>
        <message>
            <source>方向</source>
            <translation>Direction</translation>
        </message>
        <message>
            <source>法庭调查已经终结</source>
            <translation>The court's inquiry has closed</translation>
        </message>
        <message>
            <source>法条的期限</source>
            <translation>A period of the law</translation>
        </message>
        <message>
            <source>法院决定由谁负担</source>
            <translation>Borne as the court decides</translation>
        </message>
        <message>
            <source>申请人负担</source>
            <translation>Borne by the applicant</translation>
        </message>
        <message>
            <source>知识产权</source>
            <translation>Intellectual property</translation>
        </message>
        <message>
            <source>知识产权案件受理费，没有金额的（500—1000元）</source>
            <translation>Intellectual property case fee, no amount (500–1000 yuan)</translation>
        </message>
        <message>
            <source>破产</source>
            <translation>Bankruptcy</translation>
        </message>
        <message>
            <source>简易转普通</source>
            <translation>Simplified becomes ordinary</translation>
        </message>
        <message>
            <source>结案退费</source>
            <translation>Refund when the case ends</translation>
        </message>
        <message>
            <source>自己写多长</source>
            <translation>A length of your own</translation>
        </message>
        <message>
            <source>补交 {more} 元，退还 {back} 元</source>
            <translation>{more} yuan still to pay, {back} yuan given back</translation>
        </message>
        <message>
            <source>补交退费</source>
            <translation>Top-ups, refunds</translation>
        </message>
        <message>
            <source>被执行人负担</source>
            <translation>Borne by the person subject to enforcement</translation>
        </message>
        <message>
            <source>认定仲裁协议效力</source>
            <translation>Validity of an arbitration agreement</translation>
        </message>
        <message>
            <source>败诉的一方负担</source>
            <translation>Borne by the losing side</translation>
        </message>
        <message>
            <source>转普通后逾期不补交</source>
            <translation>Ordinary, and the rest not paid in time</translation>
        </message>
        <message>
            <source>驳回起诉</source>
            <translation>Dismissed</translation>
        </message>
        <message>
            <source>怎么算出来的</source>
            <translation>How it is worked out</translation>
        </message>
        <message>
            <source>裁定按撤诉处理</source>
            <translation>Rule that the suit counts as withdrawn</translation>
        </message>
        <message>
            <source>经传票传唤，无正当理由拒不到庭</source>
            <translation>Summoned and absent without good reason</translation>
        </message>
        <message>
            <source>未经法庭许可中途退庭</source>
            <translation>Left the court without leave</translation>
        </message>
        <message>
            <source>通知后七日内没有交受理费</source>
            <translation>Fee unpaid seven days after the notice</translation>
        </message>
        <message>
            <source>为什么</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>哪些原告</source>
            <translation>Which plaintiffs</translation>
        </message>
        <message>
            <source>传票或交费通知送达的日子</source>
            <translation>Day on which the summons or the fee notice was served</translation>
        </message>
        <message>
            <source>被告反诉的，可以缺席判决（民诉146）。受理费由原告负担（费用34）；费用15只说申请撤诉减半，按撤诉处理减不减半，按“设置”里法院的做法；简易、小额程序总是减半（费用16）。</source>
            <translation>On a counterclaim judgment by default may be given (民诉146). The plaintiff bears the fee (费用34); 费用15 halves on an application to withdraw only; whether a suit that counts as withdrawn is halved follows the court's practice in the settings; simplified and small-claims cases are always halved (费用16).</translation>
        </message>
        <message>
            <source>送达记录里没有给原告的传票。确实收到过的，写明日子；没有收到的，不能按撤诉处理（解释261）。</source>
            <translation>No summons to the plaintiff is among the services. If it did arrive, write the day; if not, the suit cannot count as withdrawn (解释261).</translation>
        </message>
        <message>
            <source>送达记录里没有给原告的交费通知。先通知交费（解释213）。</source>
            <translation>No fee notice to the plaintiff is among the services. Call for the fee first (解释213).</translation>
        </message>
        <message>
            <source>还有别的原告，案件不能因此全案结案（{article}）。</source>
            <translation>There are other plaintiffs; the whole case cannot end with this ({article}).</translation>
        </message>
        <message>
            <source>所有原告都撤诉或者都没有到的，全部选上；否则继续审理，一人不再请求的，到“案件”页放弃他的请求。</source>
            <translation>If all plaintiffs withdraw or were absent, choose them all; otherwise go on with the case: for one who claims no more, give up their claims on the Cases page.</translation>
        </message>
        <message>
            <source>没有这种按撤诉处理的情形。</source>
            <translation>A suit does not count as withdrawn on such a ground.</translation>
        </message>
        <message>
            <source>交费通知还没有送达，不能因没有交费按撤诉处理（{article}）。</source>
            <translation>The fee notice has not been served, so an unpaid fee has no consequence ({article}).</translation>
        </message>
        <message>
            <source>先在“文书”页出交费通知，再送达。</source>
            <translation>Make the fee notice on the Papers page first, then serve it.</translation>
        </message>
        <message>
            <source>交费的期限到 {until}，还没有过（{article}）。</source>
            <translation>The time to pay runs until {until} and is not over ({article}).</translation>
        </message>
        <message>
            <source>过了期限仍不交的，再裁定。</source>
            <translation>Rule when it is over and nothing was paid.</translation>
        </message>
        <message>
            <source>受理费没有欠的，不能按撤诉处理（{article}）。</source>
            <translation>No fee is owed, so the suit cannot count as withdrawn ({article}).</translation>
        </message>
        <message>
            <source>核对“收费”页。</source>
            <translation>Check the Fees page.</translation>
        </message>
        <message>
            <source>已经准许缓交，不交没有后果（{article}）。</source>
            <translation>Payment was deferred, so not paying has no consequence ({article}).</translation>
        </message>
        <message>
            <source>核对“收费”页的缓交决定。</source>
            <translation>Check the deferral on the Fees page.</translation>
        </message>
        <message>
            <source>传票没有在这一天以前送达，不能按撤诉处理（{article}）。</source>
            <translation>The summons was not served by that day, so the suit cannot count as withdrawn ({article}).</translation>
        </message>
        <message>
            <source>核对送达记录；没有送到的，另定日子再传。</source>
            <translation>Check the services; if it did not arrive, set another day and summon again.</translation>
        </message>
        <message>
            <source>普通程序的传票要在开庭三日前送达，最迟 {latest}（{article}）。</source>
            <translation>In the ordinary procedure the summons comes three days before the hearing, {latest} at the latest ({article}).</translation>
        </message>
        <message>
            <source>另定日子再传。</source>
            <translation>Set another day and summon again.</translation>
        </message>
        <message>
            <source>承认请求</source>
            <translation>admit claims</translation>
        </message>
        <message>
            <source>放弃请求</source>
            <translation>waive claims</translation>
        </message>
        <message>
            <source>变更请求</source>
            <translation>change claims</translation>
        </message>
        <message>
            <source>和解、调解</source>
            <translation>settle</translation>
        </message>
        <message>
            <source>上诉</source>
            <translation>appeal</translation>
        </message>
        <message>
            <source>还没有写明事项；只写“全权代理”的，只算一般授权（解释89）。</source>
            <translation>No power is named yet; “full agency” alone counts as a general authority (解释89).</translation>
        </message>
        <message>
            <source>可以代为出庭、陈述、举证、代收文书。</source>
            <translation>May attend, plead, give evidence and receive papers.</translation>
        </message>
        <message>
            <source>可以代为：{may}。</source>
            <translation>May for the party: {may}.</translation>
        </message>
        <message>
            <source>要本人办：{may_not}（{article}）。</source>
            <translation>The party must act himself: {may_not} ({article}).</translation>
        </message>
        <message>
            <source>先问各方是否同意在线开庭，并记入笔录（在线4）。</source>
            <translation>First ask every party whether it agrees to a hearing online, and take it down (Online Litigation Rules, art. 4).</translation>
        </message>
        <message>
            <source>到场开庭</source>
            <translation>In person</translation>
        </message>
        <message>
            <source>在线，在本院的在线法庭</source>
            <translation>Online, from this court's online courtroom</translation>
        </message>
        <message>
            <source>在线，不在在线法庭</source>
            <translation>Online, from another place</translation>
        </message>
        <message>
            <source>院长已经同意在线开庭的场所：{places}（在线24）；地点要照这样写。</source>
            <translation>The president has agreed to a hearing online in {places} (Online Litigation Rules, art. 24); write the place just so.</translation>
        </message>
        <message>
            <source>要院长先同意：到“报批”页报批“法庭外在线开庭”，答复以前开不了（在线24）。</source>
            <translation>The president must agree first: ask for it on the Approvals page; the hearing cannot open before the answer (Online Litigation Rules, art. 24).</translation>
        </message>
        <message>
            <source>代理人 {names} 没有和解的特别授权：协议要当事人本人同意、本人签名（民诉62）。</source>
            <translation>The agents {names} have no power to settle: the party himself must agree and sign (民诉62).</translation>
        </message>
        <message>
            <source>{number} 报批的“{kind}”待批。到“报批”页记下答复。</source>
            <translation>{number}: “{kind}” awaits approval. Note the answer on the Approvals page.</translation>
        </message>
        <message>
            <source>{number} 电话批准的“{kind}”还没有补签。回院请本人补签。</source>
            <translation>{number}: “{kind}”, granted by telephone, is not signed for. Have it signed at the court.</translation>
        </message>
        <message>
            <source>{year} 年的放假通知没有导入，期限只会按周末算。到“设置”的“放假和利率”导入。</source>
            <translation>The holiday notice of {year} is not imported, so periods count weekends only. Import it in Settings, Holidays and rates.</translation>
        </message>
        <message>
            <source>利率表只看到 {until}，以后的利息算不出来。到“设置”的“放假和利率”导入新的。</source>
            <translation>The rate table reaches {until} only; interest after that cannot be counted. Import a new one in Settings, Holidays and rates.</translation>
        </message>
        <message>
            <source>利率表看到 {until}，够用</source>
            <translation>The rate table reaches {until}</translation>
        </message>
        <message>
            <source>在外使用期限到了，不能立新案、开新庭；去续期</source>
            <translation>The lease is over: no new case and no new sitting; extend it</translation>
        </message>
        <message>
            <source>在外使用期限只剩 {left} 天。先连上法院网络回传一次，或到“设置”的“期限和号段”续期。</source>
            <translation>The lease lasts {left} more days only. Sync once with the court first, or extend it in Settings, Lease and numbers.</translation>
        </message>
        <message>
            <source>在外使用期限还有 {left} 天</source>
            <translation>The lease lasts {left} more days</translation>
        </message>
        <message>
            <source>在外使用期限还有 {left} 天，到期后不能立新案、开新庭</source>
            <translation>The lease lasts {left} more days; after that no new case and no new sitting</translation>
        </message>
        <message>
            <source>带我去</source>
            <translation>Take me there</translation>
        </message>
        <message>
            <source>带着 {count} 件没有结案的案件</source>
            <translation>{count} open cases are on board</translation>
        </message>
        <message>
            <source>报批的事都有了答复，也都补签了</source>
            <translation>Every matter put to approval is answered and signed for</translation>
        </message>
        <message>
            <source>放假安排够用到回来</source>
            <translation>The holiday notices outlast the trip</translation>
        </message>
        <message>
            <source>没有带没结案的案件。要到村里办的，先连上法院网络，在“数据回传”里取下来。</source>
            <translation>No open case is on board. Those for the village are fetched on the Sync page, at the court.</translation>
        </message>
        <message>
            <source>没有最新的第二份备份在存储盘上。插上盘，到“工作台”选放在哪个盘。</source>
            <translation>No up-to-date second copy is on a stick. Put one in and choose it on the Workbench.</translation>
        </message>
        <message>
            <source>电脑的钟被拨动过，请核对时间</source>
            <translation>The computer's clock was moved; check the time</translation>
        </message>
        <message>
            <source>第二份备份在存储盘上，是最新的</source>
            <translation>The second copy is on a stick and up to date</translation>
        </message>
        <message>
            <source>{table}加一行</source>
            <translation>Add a row to {table}</translation>
        </message>
        <message>
            <source>加一行</source>
            <translation>Add a row</translation>
        </message>
        <message>
            <source>去掉这一行</source>
            <translation>Take this row away</translation>
        </message>
        <message>
            <source>一行一项</source>
            <translation>One item a line</translation>
        </message>
        <message>
            <source>这份文书自己的内容：案件里有的已经填好，可以改</source>
            <translation>What this paper says itself: filled in from the case where it is known, and yours to change</translation>
        </message>
        <message>
            <source>固定文字和可改文字</source>
            <translation>Fixed words and words to change</translation>
        </message>
        <message>
            <source>固定文字，不能改</source>
            <translation>Fixed wording</translation>
        </message>
        <message>
            <source>案件里来的，到案件里改</source>
            <translation>From the case; change it there</translation>
        </message>
        <message>
            <source>在本页改</source>
            <translation>Change it on this page</translation>
        </message>
        <message>
            <source>去补</source>
            <translation>Go and fill it in</translation>
        </message>
        <message>
            <source>不出这份了</source>
            <translation>Drop this paper</translation>
        </message>
        <message>
            <source>出其他文书</source>
            <translation>Make another paper</translation>
        </message>
        <message>
            <source>出其他文书：样本</source>
            <translation>Make another paper: samples</translation>
        </message>
        <message>
            <source>出这份文书</source>
            <translation>Make this paper</translation>
        </message>
        <message>
            <source>排好的样子</source>
            <translation>As it will be</translation>
        </message>
        <message>
            <source>固定的和可改的</source>
            <translation>Fixed and to change</translation>
        </message>
        <message>
            <source>经传唤拒不到庭</source>
            <translation>Summoned and stayed away</translation>
        </message>
        <message>
            <source>同意立案</source>
            <translation>File</translation>
        </message>
        <message>
            <source>一方承认对方的请求</source>
            <translation>One side admits the claim</translation>
        </message>
        <message>
            <source>各方同意简化</source>
            <translation>All agree to shorten</translation>
        </message>
        <message>
            <source>告知上诉权</source>
            <translation>Tell of the appeal</translation>
        </message>
        <message>
            <source>按主文判断</source>
            <translation>As the orders call for</translation>
        </message>
        <message>
            <source>裁判负担</source>
            <translation>Borne by decision</translation>
        </message>
        <message>
            <source>金钱和行为都写</source>
            <translation>Money and deeds</translation>
        </message>
        <message>
            <source>与当事人、律师接触交往</source>
            <translation>Contact with parties or lawyers</translation>
        </message>
        <message>
            <source>通知补正</source>
            <translation>Ask for correction</translation>
        </message>
        <message>
            <source>终止</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>未达成协议</source>
            <translation>No agreement</translation>
        </message>
        <message>
            <source>内部人员过问</source>
            <translation>Inquiry from inside</translation>
        </message>
        <message>
            <source>干预司法</source>
            <translation>Interference</translation>
        </message>
        <message>
            <source>未经许可中途退庭</source>
            <translation>Left without leave</translation>
        </message>
        <message>
            <source>信函</source>
            <translation>Letter</translation>
        </message>
        <message>
            <source>先行调解</source>
            <translation>Mediation first</translation>
        </message>
        <message>
            <source>只写金钱义务</source>
            <translation>Money only</translation>
        </message>
        <message>
            <source>未采纳</source>
            <translation>Not taken up</translation>
        </message>
        <message>
            <source>不写</source>
            <translation>None</translation>
        </message>
        <message>
            <source>只写行为义务</source>
            <translation>Deeds only</translation>
        </message>
        <message>
            <source>部分采纳</source>
            <translation>Taken up in part</translation>
        </message>
        <message>
            <source>预交</source>
            <translation>Prepayment</translation>
        </message>
        <message>
            <source>涉及个人隐私或者商业秘密</source>
            <translation>Privacy or trade secrets</translation>
        </message>
        <message>
            <source>告知答辩、举证</source>
            <translation>Tell of defence and evidence</translation>
        </message>
        <message>
            <source>退回</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>向本院申请复议</source>
            <translation>Review by this court</translation>
        </message>
        <message>
            <source>向上一级法院申请复议</source>
            <translation>Review by the court above</translation>
        </message>
        <message>
            <source>补交</source>
            <translation>Top-up</translation>
        </message>
        <message>
            <source>移送管辖</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>未交诉讼费</source>
            <translation>Fee not paid</translation>
        </message>
        <message>
            <source>采纳</source>
            <translation>Taken up</translation>
        </message>
        <message>
            <source>版式</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>天头（毫米）</source>
            <translation>Top margin (mm)</translation>
        </message>
        <message>
            <source>订口（毫米）</source>
            <translation>Binding margin (mm)</translation>
        </message>
        <message>
            <source>每页行数</source>
            <translation>Lines on a page</translation>
        </message>
        <message>
            <source>每行字数</source>
            <translation>Characters in a line</translation>
        </message>
        <message>
            <source>标题上空几行</source>
            <translation>Blank lines above the title</translation>
        </message>
        <message>
            <source>案号右空几字</source>
            <translation>Cells right of the case number</translation>
        </message>
        <message>
            <source>职务占几字</source>
            <translation>Cells of a post</translation>
        </message>
        <message>
            <source>职务和姓名之间空几字</source>
            <translation>Cells between post and name</translation>
        </message>
        <message>
            <source>姓名右空几字</source>
            <translation>Cells right of a name</translation>
        </message>
        <message>
            <source>日期右空几字</source>
            <translation>Cells right of the date</translation>
        </message>
        <message>
            <source>判决书、裁定书、调解书和通知的版式；空着就按国家标准</source>
            <translation>How judgments, rulings, mediation statements and notices are set; an empty blank keeps to the national standard</translation>
        </message>
        <message>
            <source>标准 {value}</source>
            <translation>Standard: {value}</translation>
        </message>
        <message>
            <source>保存版式</source>
            <translation>Save the page</translation>
        </message>
        <message>
            <source>全部按标准</source>
            <translation>All by the standard</translation>
        </message>
        <message>
            <source>已经签发的文书不变。笔录、表格、传票用自己的版式，只跟着天头和订口走。</source>
            <translation>Papers already issued stay as they are. Records, forms and summonses have their own grid and follow the margins only.</translation>
        </message>
        <message>
            <source>有填得不对的，右边还是改以前的样子。</source>
            <translation>Something is not right; the sample shows the page as it was before.</translation>
        </message>
        <message>
            <source>版心 {width}×{height} 毫米，这样右边空 {right} 毫米，下边空 {bottom} 毫米</source>
            <translation>Text area {width} × {height} mm; that leaves {right} mm at the right and {bottom} mm below</translation>
        </message>
        <message>
            <source>版式已保存。</source>
            <translation>The page is saved.</translation>
        </message>
        <message>
            <source>从现在起新出的文书用它；已签发的不变。</source>
            <translation>New papers use it from now on; issued ones stay.</translation>
        </message>
        <message>
            <source>装好打印机再打试页。</source>
            <translation>Install a printer, then print the page.</translation>
        </message>
        <message>
            <source>只能填 {least} 到 {most} 的整数，或者空着。</source>
            <translation>A whole number from {least} to {most}, or nothing.</translation>
        </message>
        <message>
            <source>审查分流</source>
            <translation>Track</translation>
        </message>
        <message>
            <source>被告住所地（经常居住地）</source>
            <translation>Defendant's home (for a year or more)</translation>
        </message>
        <message>
            <source>原告住所地（经常居住地）</source>
            <translation>Plaintiff's domicile (where he has lived for a year)</translation>
        </message>
        <message>
            <source>合同履行地</source>
            <translation>Place of performance</translation>
        </message>
        <message>
            <source>侵权行为地</source>
            <translation>Place of the tort</translation>
        </message>
        <message>
            <source>事故发生地</source>
            <translation>Place of the accident</translation>
        </message>
        <message>
            <source>不动产所在地</source>
            <translation>Place of the immovable</translation>
        </message>
        <message>
            <source>被继承人死亡时住所地</source>
            <translation>Last domicile of the deceased</translation>
        </message>
        <message>
            <source>主要遗产所在地</source>
            <translation>Place of the main estate</translation>
        </message>
        <message>
            <source>用人单位所在地</source>
            <translation>Seat of the employer</translation>
        </message>
        <message>
            <source>劳动合同履行地</source>
            <translation>Place where the work is done</translation>
        </message>
        <message>
            <source>调解组织所在地</source>
            <translation>Seat of the mediation organisation</translation>
        </message>
        <message>
            <source>标的物所在地</source>
            <translation>Place of the subject matter</translation>
        </message>
        <message>
            <source>书面约定由本院管辖</source>
            <translation>This court agreed in writing</translation>
        </message>
        <message>
            <source>被告在国外居住</source>
            <translation>Defendant lives abroad</translation>
        </message>
        <message>
            <source>被告下落不明或者宣告失踪</source>
            <translation>Defendant gone, or declared missing</translation>
        </message>
        <message>
            <source>被告被采取强制性教育措施</source>
            <translation>Defendant under compulsory education</translation>
        </message>
        <message>
            <source>被告被监禁</source>
            <translation>Defendant imprisoned</translation>
        </message>
        <message>
            <source>几个被告不在同一辖区</source>
            <translation>Defendants of different areas</translation>
        </message>
        <message>
            <source>被告离开住所地超过一年</source>
            <translation>Defendant left home more than a year ago</translation>
        </message>
        <message>
            <source>争的是不动产权利</source>
            <translation>Rights in an immovable are disputed</translation>
        </message>
        <message>
            <source>已应诉答辩，没有提管辖异议</source>
            <translation>Answered without objection</translation>
        </message>
        <message>
            <source>起诉时被告下落不明</source>
            <translation>Defendant missing when sued</translation>
        </message>
        <message>
            <source>一方下落不明</source>
            <translation>One party missing</translation>
        </message>
        <message>
            <source>一方人数众多</source>
            <translation>One side is numerous</translation>
        </message>
        <message>
            <source>涉外</source>
            <translation>Foreign element</translation>
        </message>
        <message>
            <source>需要评估、鉴定</source>
            <translation>Appraisal needed</translation>
        </message>
        <message>
            <source>有反诉</source>
            <translation>Counterclaim</translation>
        </message>
        <message>
            <source>财产确权</source>
            <translation>Title to property</translation>
        </message>
        <message>
            <source>人身关系</source>
            <translation>Personal status</translation>
        </message>
        <message>
            <source>事实不清或者争议大</source>
            <translation>Facts unclear or much disputed</translation>
        </message>
        <message>
            <source>双方约定适用简易程序</source>
            <translation>Both agreed on the simplified procedure</translation>
        </message>
        <message>
            <source>发回重审</source>
            <translation>Sent back for retrial</translation>
        </message>
        <message>
            <source>适用审判监督程序</source>
            <translation>Trial supervision</translation>
        </message>
        <message>
            <source>涉及国家利益、公共利益</source>
            <translation>State or public interest</translation>
        </message>
        <message>
            <source>第三人撤销之诉</source>
            <translation>Third party's suit to revoke</translation>
        </message>
        <message>
            <source>简案快办</source>
            <translation>Quick way</translation>
        </message>
        <message>
            <source>繁案精办</source>
            <translation>Careful way</translation>
        </message>
        <message>
            <source>还没有人决定。</source>
            <translation>Nobody has decided yet.</translation>
        </message>
        <message>
            <source>记下管辖审查</source>
            <translation>Record the review of jurisdiction</translation>
        </message>
        <message>
            <source>当事人愿意先调解</source>
            <translation>The parties want to mediate first</translation>
        </message>
        <message>
            <source>决定</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>理由（与建议不同时写）</source>
            <translation>Reason (where it differs from the suggestion)</translation>
        </message>
        <message>
            <source>决定分流</source>
            <translation>Decide the track</translation>
        </message>
        <message>
            <source>本院有管辖权（{article}）。</source>
            <translation>This court has jurisdiction ({article}).</translation>
        </message>
        <message>
            <source>看这些地方在不在本院辖区：{places}（{article}）。</source>
            <translation>See whether these places lie in this court's area: {places} ({article}).</translation>
        </message>
        <message>
            <source>按已勾选的地方，本院没有管辖权；已经受理的，移送有管辖权的法院（民诉37）。</source>
            <translation>By the places ticked this court has no jurisdiction; a case already taken is transferred to the court that has it (民诉37).</translation>
        </message>
        <message>
            <source>管辖审查已记下。</source>
            <translation>The review of jurisdiction is recorded.</translation>
        </message>
        <message>
            <source>分流决定已记下。</source>
            <translation>The decision on the track is recorded.</translation>
        </message>
        <message>
            <source>再到“程序和期限表示”决定适用哪个程序。</source>
            <translation>Next decide the procedure under Procedure.</translation>
        </message>
        <message>
            <source>已决定：{track}</source>
            <translation>Decided: {track}</translation>
        </message>
        <message>
            <source>管辖：哪些地方在本院辖区</source>
            <translation>Jurisdiction: what lies in this court's area</translation>
        </message>
        <message>
            <source>还有这些情形</source>
            <translation>These facts hold too</translation>
        </message>
        <message>
            <source>繁简分流：本案有哪些情形</source>
            <translation>Track: facts of this case</translation>
        </message>
        <message>
            <source>没有录入上年度平均工资，算不出能不能适用小额诉讼程序（解释272）。</source>
            <translation>Last year's average wage is not entered, so small claims cannot be judged (解释272).</translation>
        </message>
        <message>
            <source>可以适用简易程序</source>
            <translation>The simplified procedure is open</translation>
        </message>
        <message>
            <source>不能适用简易程序</source>
            <translation>The simplified procedure is not open</translation>
        </message>
        <message>
            <source>建议：{track}。理由：{reasons}。由审判人员决定。</source>
            <translation>Suggestion: {track}. Reasons: {reasons}. The judge decides.</translation>
        </message>
        <message>
            <source>审查管辖</source>
            <translation>Jurisdiction reviewed</translation>
        </message>
        <message>
            <source>决定繁简分流</source>
            <translation>Track decided</translation>
        </message>
        <message>
            <source>没有这种地点。</source>
            <translation>There is no such kind of place.</translation>
        </message>
        <message>
            <source>从列出的地点里选。</source>
            <translation>Choose one of those listed.</translation>
        </message>
        <message>
            <source>粘贴的有 {length} 字，一次最多 {most} 字，没有放进来。分几次粘贴，或者作为附件附上。</source>
            <translation>{length} characters were to be pasted; at most {most} at once, so nothing was. Paste in parts, or attach a file.</translation>
        </message>
        <message>
            <source>有一个看不见、不能印的符号（{character}）。删掉它重新打字。</source>
            <translation>There is a character that cannot be seen or printed ({character}). Delete it and type again.</translation>
        </message>
        <message>
            <source>太长了：{length} 字，最多 {most} 字。</source>
            <translation>Too long: {length} characters, at most {most}.</translation>
        </message>
        <message>
            <source>文字太长了（{where}，{length} 字）。</source>
            <translation>The text is too long ({where}, {length} characters).</translation>
        </message>
        <message>
            <source>最多 {most} 字。分开写，或者作为附件附上。</source>
            <translation>At most {most} characters. Divide it, or attach it as a file.</translation>
        </message>
        <message>
            <source>草稿排好以后，这里写校对的结果。</source>
            <translation>When the draft is set, proofreading stands here.</translation>
        </message>
        <message>
            <source>姓名、金额、案号、日期、上诉告知和案件一致，各项可以执行。</source>
            <translation>Names, sums, case numbers, dates and the appeal notice agree with the case, and every order can be enforced.</translation>
        </message>
        <message>
            <source>有 {count} 处和案件对不上，不改就要写明理由才能签发。</source>
            <translation>{count} places contradict the case; change them, or give a reason to issue all the same.</translation>
        </message>
        <message>
            <source>没有和案件对不上的；有 {count} 处签发前看一看。</source>
            <translation>Nothing contradicts the case; look at {count} places before issuing.</translation>
        </message>
        <message>
            <source>校对（{count}）</source>
            <translation>Proofreading ({count})</translation>
        </message>
        <message>
            <source>校对 ✓</source>
            <translation>Proofreading ✓</translation>
        </message>
        <message>
            <source>送达起诉状副本</source>
            <translation>Serving the copy of the complaint</translation>
        </message>
        <message>
            <source>送达传票</source>
            <translation>Serving the summons</translation>
        </message>
        <message>
            <source>决定回避</source>
            <translation>Deciding the recusal</translation>
        </message>
        <message>
            <source>退还诉讼费</source>
            <translation>Refunding the fee</translation>
        </message>
        <message>
            <source>。当事人先调解，调解不成再通知交费（2025年意见六）</source>
            <translation>. The parties mediate first; the fee is called for only when that fails (Opinions of 2025, no. 6)</translation>
        </message>
        <message>
            <source>文书写的是“{found}”，案件里是“{expected}”。</source>
            <translation>The paper says “{found}”, the case “{expected}”.</translation>
        </message>
        <message>
            <source>看看是姓名写反了还是诉讼地位写反了。</source>
            <translation>See whether the name or the standing is the wrong one.</translation>
        </message>
        <message>
            <source>还没有记下送达，没有可打印的。</source>
            <translation>No service is recorded yet, so there is nothing to print.</translation>
        </message>
        <message>
            <source>勾上文书、选好受送达人，按“记下送达”，再打印。</source>
            <translation>Tick the papers, choose the person, press Record the service, then print.</translation>
        </message>
        <message>
            <source>繁简分流</source>
            <translation>Track</translation>
        </message>
        <message>
            <source>管辖审查</source>
            <translation>Review of jurisdiction</translation>
        </message>
        <message>
            <source>扣除到哪一天</source>
            <translation>Last day left out</translation>
        </message>
        <message>
            <source>存入证据照片</source>
            <translation>Evidence photographed</translation>
        </message>
        <message>
            <source>附件作废</source>
            <translation>Attachment set aside</translation>
        </message>
        <message>
            <source>填写要素</source>
            <translation>Elements stated</translation>
        </message>
        <message>
            <source>答辩</source>
            <translation>Defence given</translation>
        </message>
        <message>
            <source>法院加上时间戳</source>
            <translation>The court added a timestamp</translation>
        </message>
        <message>
            <source>领用号段</source>
            <translation>Numbers leased</translation>
        </message>
        <message>
            <source>案号作废</source>
            <translation>Number voided</translation>
        </message>
        <message>
            <source>申请签名证书</source>
            <translation>Signing certificate requested</translation>
        </message>
        <message>
            <source>导入放假通知</source>
            <translation>Holiday notice imported</translation>
        </message>
        <message>
            <source>导入利率表</source>
            <translation>Rate table imported</translation>
        </message>
        <message>
            <source>巡回出发</source>
            <translation>Departed on the circuit</translation>
        </message>
        <message>
            <source>报批的事</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>补正材料</source>
            <translation>Correcting the papers</translation>
        </message>
        <message>
            <source>送达答辩状副本</source>
            <translation>Serving the copy of the defence</translation>
        </message>
        <message>
            <source>提出管辖权异议</source>
            <translation>Objecting to the jurisdiction</translation>
        </message>
        <message>
            <source>告知审判人员</source>
            <translation>Telling who hears the case</translation>
        </message>
        <message>
            <source>开庭公告</source>
            <translation>Announcing the hearing</translation>
        </message>
        <message>
            <source>延长审限的报批、答复</source>
            <translation>Asking for, or answering about, an extension of the trial limit</translation>
        </message>
        <message>
            <source>再次开庭</source>
            <translation>Going on with the hearing</translation>
        </message>
        <message>
            <source>答辩期满前的调解</source>
            <translation>Mediation before the defence is due</translation>
        </message>
        <message>
            <source>委派调解</source>
            <translation>Mediation assigned before filing</translation>
        </message>
        <message>
            <source>委托调解</source>
            <translation>Mediation entrusted after filing</translation>
        </message>
        <message>
            <source>立案后先行调解</source>
            <translation>Mediation first, after filing</translation>
        </message>
        <message>
            <source>在线调解</source>
            <translation>Mediation online</translation>
        </message>
        <message>
            <source>申请司法确认</source>
            <translation>Applying for judicial confirmation</translation>
        </message>
        <message>
            <source>公告送达期满</source>
            <translation>Public notice complete</translation>
        </message>
        <message>
            <source>诉前保全后起诉</source>
            <translation>Suing after preservation</translation>
        </message>
        <message>
            <source>对裁定申请复议</source>
            <translation>Asking for the ruling to be looked at again</translation>
        </message>
        <message>
            <source>补交诉讼费</source>
            <translation>Paying the rest of the fee</translation>
        </message>
        <message>
            <source>阅读庭审笔录</source>
            <translation>Reading the hearing record</translation>
        </message>
        <message>
            <source>申请执行</source>
            <translation>Applying for execution</translation>
        </message>
        <message>
            <source>不得再行起诉</source>
            <translation>No new suit</translation>
        </message>
        <message>
            <source>申请再审</source>
            <translation>Applying for a retrial</translation>
        </message>
        <message>
            <source>；延期次数已经用完（延审3），这次要审结</source>
            <translation>; no further adjournment is allowed (延审3): this hearing must be the last</translation>
        </message>
        <message>
            <source>院长同意在线开庭的场所是{approved}，不是{place}（{article}）。</source>
            <translation>The president agreed to a hearing online in {approved}, not in {place} ({article}).</translation>
        </message>
        <message>
            <source>在批准的场所开庭，把地点照批准的写；换了场所的，在“报批”页重新报批。</source>
            <translation>Hold it in the place that was approved and write the place just so; for another place ask anew on the approvals page.</translation>
        </message>
        <message>
            <source>选本诉的原告；针对别人的，告知另行起诉。</source>
            <translation>Choose a plaintiff of the suit; against anybody else, tell the party to sue separately.</translation>
        </message>
        <message>
            <source>这件反诉已经作过决定。</source>
            <translation>This counterclaim has already been decided on.</translation>
        </message>
        <message>
            <source>不再审理的，办撤回反诉；另有请求的，增加反诉请求。</source>
            <translation>If it is not to be heard any more, record its withdrawal; if more is asked for, add a claim to it.</translation>
        </message>
        <message>
            <source>还没有写反诉的受理费由谁负担（{article}）。</source>
            <translation>It is not said yet who bears the counterclaim's fee ({article}).</translation>
        </message>
        <message>
            <source>选反诉受理费的负担人。</source>
            <translation>Choose who bears the counterclaim's fee.</translation>
        </message>
        <message>
            <source>这件反诉已经撤回。</source>
            <translation>This counterclaim has been withdrawn.</translation>
        </message>
        <message>
            <source>再要提出的，另登记一件反诉。</source>
            <translation>To bring it again, record another counterclaim.</translation>
        </message>
        <message>
            <source>法庭辩论已经终结，不能再增加、变更诉讼请求或者反诉（{article}）。</source>
            <translation>The debate has ended: no claim can be added or changed, and no counterclaim brought ({article}).</translation>
        </message>
        <message>
            <source>告知另行起诉；恢复法庭辩论的，先记入庭审笔录。</source>
            <translation>Tell the party to sue separately; if the debate is taken up again, put that into the hearing record first.</translation>
        </message>
        <message>
            <source>这是最后一项请求，放弃它就是撤诉或者撤回反诉（{article}）。</source>
            <translation>This is the last claim: giving it up is a withdrawal of the suit or of the counterclaim ({article}).</translation>
        </message>
        <message>
            <source>到“宣判、撤诉”页办撤诉；反诉的，选撤回反诉。</source>
            <translation>Record the withdrawal on the page of judgments; for a counterclaim choose its withdrawal.</translation>
        </message>
        <message>
            <source>这样就不符合小额诉讼的条件了（{article}、解释278），不能再适用小额诉讼程序。</source>
            <translation>With this the case no longer fits small claims ({article}, 解释278); it cannot stay there.</translation>
        </message>
        <message>
            <source>请审判员登录，选转为简易程序或者普通程序，再一起记下；普通程序要出转程序的裁定。</source>
            <translation>Let the judge sign in, choose the simplified or the ordinary procedure, and record both together; the ordinary procedure needs a ruling.</translation>
        </message>
        <message>
            <source>{party}不是提出这项请求的人（{article}）。</source>
            <translation>{party} is not who asks for this ({article}).</translation>
        </message>
        <message>
            <source>选提出请求的原告，反诉的选反诉原告，或其代理人。</source>
            <translation>Choose the plaintiff who asks for it, for a counterclaim who brought it, or the agent.</translation>
        </message>
        <message>
            <source>这项请求和原来一样。</source>
            <translation>The claim is the same as before.</translation>
        </message>
        <message>
            <source>改好金额或者内容，再记下。</source>
            <translation>Change the amount or the words, then record it.</translation>
        </message>
        <message>
            <source>没有这项请求，或者已经放弃。</source>
            <translation>There is no such claim, or it was given up.</translation>
        </message>
        <message>
            <source>从列出的请求里选一项。</source>
            <translation>Choose one of the claims listed.</translation>
        </message>
        <message>
            <source>这个案件里没有这件反诉。</source>
            <translation>There is no such counterclaim in this case.</translation>
        </message>
        <message>
            <source>从列出的反诉里选一件。</source>
            <translation>Choose one of the counterclaims listed.</translation>
        </message>
        <message>
            <source>起诉时的请求已经交了费，欠的只是增加请求部分的（{article}）。</source>
            <translation>The fee of what was filed is paid; only that of what was added is not ({article}).</translation>
        </message>
        <message>
            <source>增加的部分不交费的，由原告放弃或者减回去；其余请求继续审理。</source>
            <translation>What was added and is not paid for is given up or lowered again by the plaintiff; the rest goes on.</translation>
        </message>
        <message>
            <source>增加诉讼请求</source>
            <translation>Claim added</translation>
        </message>
        <message>
            <source>变更诉讼请求</source>
            <translation>Claim changed</translation>
        </message>
        <message>
            <source>放弃诉讼请求</source>
            <translation>Claim given up</translation>
        </message>
        <message>
            <source>反诉预交</source>
            <translation>Counterclaim, in advance</translation>
        </message>
        <message>
            <source>增加请求补交</source>
            <translation>Rest for claims added</translation>
        </message>
        <message>
            <source>谁提出</source>
            <translation>By whom</translation>
        </message>
        <message>
            <source>已经放弃</source>
            <translation>Given up</translation>
        </message>
        <message>
            <source>对反诉的决定</source>
            <translation>Decision on the counterclaim</translation>
        </message>
        <message>
            <source>合并审理</source>
            <translation>Heard together</translation>
        </message>
        <message>
            <source>反诉怎样结束</source>
            <translation>How the counterclaim ended</translation>
        </message>
        <message>
            <source>共同财产总额</source>
            <translation>Total of the couple's property</translation>
        </message>
        <message>
            <source>车辆、船舶、航空器最先到达地</source>
            <translation>Where the vehicle, ship or aircraft arrived first</translation>
        </message>
        <message>
            <source>产品制造地</source>
            <translation>Where the product was made</translation>
        </message>
        <message>
            <source>产品销售地、服务提供地</source>
            <translation>Where the product was sold or the service given</translation>
        </message>
        <message>
            <source>运输始发地</source>
            <translation>Where the carriage began</translation>
        </message>
        <message>
            <source>运输目的地</source>
            <translation>Where the carriage was to end</translation>
        </message>
        <message>
            <source>登记注册地、担保登记地</source>
            <translation>Where it is registered</translation>
        </message>
        <message>
            <source>被保险人住所地</source>
            <translation>The insured's domicile</translation>
        </message>
        <message>
            <source>票据支付地</source>
            <translation>Where the bill is payable</translation>
        </message>
        <message>
            <source>公司住所地</source>
            <translation>The company's domicile</translation>
        </message>
        <message>
            <source>港口所在地</source>
            <translation>Where the port lies</translation>
        </message>
        <message>
            <source>加害船舶被扣留地</source>
            <translation>Where the ship at fault is detained</translation>
        </message>
        <message>
            <source>救助地</source>
            <translation>Where the salvage took place</translation>
        </message>
        <message>
            <source>共同海损理算地</source>
            <translation>Where general average is adjusted</translation>
        </message>
        <message>
            <source>航程终止地</source>
            <translation>Where the voyage ended</translation>
        </message>
        <message>
            <source>没有实际履行，双方住所地都不在约定的履行地</source>
            <translation>Nothing was performed, and neither party lives at the agreed place of performance</translation>
        </message>
        <message>
            <source>格式管辖条款没有提请消费者注意</source>
            <translation>A standard clause on the court was not pointed out to the consumer</translation>
        </message>
        <message>
            <source>书面约定由别的法院管辖</source>
            <translation>Another court was agreed on in writing</translation>
        </message>
        <message>
            <source>发生在不通海的水域</source>
            <translation>On waters that do not lead to the sea</translation>
        </message>
        <message>
            <source>别的有管辖权的法院已先立案</source>
            <translation>Another court that has jurisdiction registered the suit first</translation>
        </message>
        <message>
            <source>一方当事人住所地不在本省</source>
            <translation>One side lives outside this province</translation>
        </message>
        <message>
            <source>重大涉外案件</source>
            <translation>A major case with a foreign element</translation>
        </message>
        <message>
            <source>在中院辖区有重大影响</source>
            <translation>Of major influence in the intermediate court's area</translation>
        </message>
        <message>
            <source>最高法院确定由中院管辖</source>
            <translation>Given to intermediate courts by the supreme court</translation>
        </message>
        <message>
            <source>级别管辖</source>
            <translation>Level of the court</translation>
        </message>
        <message>
            <source>没有录入中级法院一审标的额的起点，到“设置”的“法院”里录入（民诉19）。</source>
            <translation>The sum from which the intermediate court has a suit is not entered: enter it in the settings, under the court (民诉19).</translation>
        </message>
        <message>
            <source>由基层法院一审（{article}）。</source>
            <translation>A basic court hears it first ({article}).</translation>
        </message>
        <message>
            <source>不由基层法院一审（{article}）。</source>
            <translation>A basic court does not hear it first ({article}).</translation>
        </message>
        <message>
            <source>没有录入中级法院一审标的额的起点（{article}）。</source>
            <translation>The sum from which the intermediate court has a suit is not entered ({article}).</translation>
        </message>
        <message>
            <source>按最高人民法院对本省的规定，到“设置”的“法院”里录入。</source>
            <translation>Enter it in the settings, under the court, as the supreme court set it for this province.</translation>
        </message>
        <message>
            <source>没有这种住所地情形。</source>
            <translation>There is no such choice of domiciles.</translation>
        </message>
        <message>
            <source>选“都在或都不在本省”或者“一方不在本省”。</source>
            <translation>Choose all inside or all outside the province, or one side outside.</translation>
        </message>
        <message>
            <source>中院一审的标的额起点（元；各方都在或者都不在本省）</source>
            <translation>Sum from which the intermediate court has a suit (yuan; all parties inside or all outside this province)</translation>
        </message>
        <message>
            <source>中院一审的标的额起点（元；一方不在本省）</source>
            <translation>Sum from which the intermediate court has a suit (yuan; one side outside this province)</translation>
        </message>
        <message>
            <source>拘传谁</source>
            <translation>Whom to bring</translation>
        </message>
        <message>
            <source>为什么必须到庭</source>
            <translation>Why the party must appear</translation>
        </message>
        <message>
            <source>不到庭查不清案情</source>
            <translation>Without it the facts cannot be found</translation>
        </message>
        <message>
            <source>负有赡养、抚育、扶养义务</source>
            <translation>It owes support</translation>
        </message>
        <message>
            <source>要两次用传票传唤、都没有到庭，记录里自己数；批准以后在“文书”页出拘传票，直接送达本人（解释174、175）。</source>
            <translation>Two summonses in vain are needed, counted from the record; once granted, make the warrant on the papers page and hand it to the person (解释174, 175).</translation>
        </message>
        <message>
            <source>拘传的结果</source>
            <translation>How the compulsory appearance ended</translation>
        </message>
        <message>
            <source>说明后自己来了</source>
            <translation>Came when told</translation>
        </message>
        <message>
            <source>拘传到庭</source>
            <translation>Brought</translation>
        </message>
        <message>
            <source>没有找到人</source>
            <translation>Not found</translation>
        </message>
        <message>
            <source>结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>先做的</source>
            <translation>Done first</translation>
        </message>
        <message>
            <source>已经说明后果并批评教育</source>
            <translation>Was told what follows, and warned</translation>
        </message>
        <message>
            <source>谁执行的</source>
            <translation>Carried out by</translation>
        </message>
        <message>
            <source>到庭时间</source>
            <translation>When</translation>
        </message>
        <message>
            <source>记下拘传结果</source>
            <translation>Record how it ended</translation>
        </message>
        <message>
            <source>拘传的结果已记下。</source>
            <translation>How the compulsory appearance ended is recorded.</translation>
        </message>
        <message>
            <source>已批准，自己到庭</source>
            <translation>Granted, came by himself</translation>
        </message>
        <message>
            <source>已批准，拘传到庭</source>
            <translation>Granted, brought</translation>
        </message>
        <message>
            <source>已批准，没有找到人</source>
            <translation>Granted, not found</translation>
        </message>
        <message>
            <source>拘传的结果已经记过。</source>
            <translation>How it ended is recorded already.</translation>
        </message>
        <message>
            <source>再要拘传的，重新报批。</source>
            <translation>To bring the person once more, ask anew.</translation>
        </message>
        <message>
            <source>拘传的时间早于批准。</source>
            <translation>The time is before the approval.</translation>
        </message>
        <message>
            <source>改好时间；拘传要先经院长批准。</source>
            <translation>Correct the time; the president approves first.</translation>
        </message>
        <message>
            <source>拘传以前，要先说明拒不到庭的后果并批评教育（{article}）。</source>
            <translation>Before that the person is told what staying away brings, and warned ({article}).</translation>
        </message>
        <message>
            <source>说明、教育过的，勾上“已经说明后果并批评教育”。</source>
            <translation>If that was done, tick it.</translation>
        </message>
        <message>
            <source>不能拘传这一方（{article}）：限于必须到庭的被告，和不到庭查不清基本事实的原告，都要是自然人。</source>
            <translation>This party cannot be brought ({article}): only a defendant who must appear, or a plaintiff without whom the basic facts cannot be found, and a natural person.</translation>
        </message>
        <message>
            <source>改好拘传谁、为什么必须到庭和依据；不符合的，缺席判决或者按撤诉处理。</source>
            <translation>Correct whom, why and the article; otherwise give judgment by default or treat the suit as withdrawn.</translation>
        </message>
        <message>
            <source>这件报批没有要执行的拘传。</source>
            <translation>There is no compulsory appearance to carry out here.</translation>
        </message>
        <message>
            <source>在“报批”页选批准了的拘传。</source>
            <translation>Choose one that was granted on the approvals page.</translation>
        </message>
        <message>
            <source>拘传票只能直接送达被拘传人本人（{article}）。</source>
            <translation>The warrant is handed to the person himself only ({article}).</translation>
        </message>
        <message>
            <source>送达方式选直接送达，由本人签收。</source>
            <translation>Choose direct service, signed for by the person.</translation>
        </message>
        <message>
            <source>记录里传票传唤、没有到庭的只有 {count} 次，要两次才能拘传（{article}）。</source>
            <translation>The record has only {count} summonses in vain; two are needed ({article}).</translation>
        </message>
        <message>
            <source>用传票再传唤；没有到庭的，在“庭审”页记下缺席。电话、短信通知的不算。</source>
            <translation>Summon by a summons again; note an absence on the hearings page. A telephone call or message does not count.</translation>
        </message>
        <message>
            <source>批准以后、到庭以前，没有直接送达拘传票的记录（{article}）。</source>
            <translation>There is no record that the warrant was handed over between the approval and the appearance ({article}).</translation>
        </message>
        <message>
            <source>先在“文书”页出拘传票，在“送达”页记下直接送达本人。</source>
            <translation>Make the warrant on the papers page and record its direct service on the service page.</translation>
        </message>
        <message>
            <source>{name}的反诉</source>
            <translation>{name}'s counterclaim</translation>
        </message>
        <message>
            <source>{text}（{at} 变更，原为：{before}）</source>
            <translation>{text} (changed {at}; before: {before})</translation>
        </message>
        <message>
            <source>{text}（{at} 增加）</source>
            <translation>{text} (added {at})</translation>
        </message>
        <message>
            <source>{text}（{at} 放弃）</source>
            <translation>{text} (given up {at})</translation>
        </message>
        <message>
            <source>不再适用小额诉讼，审判员决定转为</source>
            <translation>Small claims no longer: the judge decides on</translation>
        </message>
        <message>
            <source>再出补交的交纳诉讼费用通知书。</source>
            <translation> Then issue the fee notice for the rest.</translation>
        </message>
        <message>
            <source>到“文书”页出受理反诉通知书和反诉的交费通知书；反诉状副本送原告，答辩期十五日（民诉128）；程序变了的，出转程序的裁定。</source>
            <translation>On the page of papers issue the notice of the counterclaim and its fee notice; send the plaintiff a copy of it: fifteen days to answer (民诉128). If the procedure changed, issue the ruling.</translation>
        </message>
        <message>
            <source>到“文书”页出变更诉讼请求通知书，送对方；需要的，重新确定举证期限（证据55）。</source>
            <translation>On the page of papers issue the notice of changed claims to the other side; set a new evidence period if needed (Provisions on Evidence, art. 55).</translation>
        </message>
        <message>
            <source>反诉不予受理。</source>
            <translation>The counterclaim is not taken.</translation>
        </message>
        <message>
            <source>反诉与本诉合并审理。</source>
            <translation>The counterclaim is heard together with the suit.</translation>
        </message>
        <message>
            <source>反诉已撤回。</source>
            <translation>The counterclaim is withdrawn.</translation>
        </message>
        <message>
            <source>反诉已登记。</source>
            <translation>The counterclaim is recorded.</translation>
        </message>
        <message>
            <source>反诉按撤回处理。</source>
            <translation>The counterclaim counts as withdrawn.</translation>
        </message>
        <message>
            <source>反诉状在“文书”页出，由反诉原告签名；请审判员决定是否合并审理（按 3）。</source>
            <translation>Its paper is on the page of papers, for who brings it to sign; let the judge decide whether it is heard together (press 3).</translation>
        </message>
        <message>
            <source>受理费不减，减少部分的 {borne} 元由提出变更的一方负担。</source>
            <translation>The fee does not fall; {borne} yuan of it are borne by who lowered the claims.</translation>
        </message>
        <message>
            <source>受理费不变，应交 {due} 元。</source>
            <translation>The fee stays at {due} yuan.</translation>
        </message>
        <message>
            <source>受理费应交 {due} 元，补交 {more} 元。</source>
            <translation>The fee is {due} yuan: {more} yuan still to pay.</translation>
        </message>
        <message>
            <source>受理费应交 {due} 元，退还 {back} 元。</source>
            <translation>The fee is {due} yuan: {back} yuan go back.</translation>
        </message>
        <message>
            <source>变更、反诉</source>
            <translation>Claims changed</translation>
        </message>
        <message>
            <source>变更一项</source>
            <translation>Change one</translation>
        </message>
        <message>
            <source>变更和反诉</source>
            <translation>Claims changed</translation>
        </message>
        <message>
            <source>变更已记下。</source>
            <translation>The change is recorded. </translation>
        </message>
        <message>
            <source>合并审理的，反诉受理费应交 {due} 元，最迟 {until} 由反诉原告交（费用18、22）。</source>
            <translation>If heard together, its fee is {due} yuan, to be paid by who brings it until {until} (费用18, 22).</translation>
        </message>
        <message>
            <source>告知反诉原告，本诉继续审理（解释213）。</source>
            <translation>Tell who brought it; the suit goes on (解释213).</translation>
        </message>
        <message>
            <source>哪一笔受理费</source>
            <translation>Which fee</translation>
        </message>
        <message>
            <source>哪一项</source>
            <translation>Which claim</translation>
        </message>
        <message>
            <source>填好以后，这里说明受理费怎么变。</source>
            <translation>When it is filled in, this says what becomes of the fee.</translation>
        </message>
        <message>
            <source>增加、变更、放弃请求</source>
            <translation>Add, change, give up</translation>
        </message>
        <message>
            <source>增加一项</source>
            <translation>Add one</translation>
        </message>
        <message>
            <source>已撤回</source>
            <translation>withdrawn</translation>
        </message>
        <message>
            <source>已放弃：{text}</source>
            <translation>Given up: {text}</translation>
        </message>
        <message>
            <source>已经交了的，到“收费”的“退费”里退。</source>
            <translation> What was paid already goes back under “Refund” on the fees page.</translation>
        </message>
        <message>
            <source>审判员在庭审笔录里说过法庭调查终结的，不勾也算终结（费用21、35）。</source>
            <translation>Where the judge said in the record that the inquiry has ended, it counts as ended without the tick (费用21, 35).</translation>
        </message>
        <message>
            <source>按撤回处理</source>
            <translation>deemed withdrawn</translation>
        </message>
        <message>
            <source>放弃一项</source>
            <translation>Give one up</translation>
        </message>
        <message>
            <source>本诉</source>
            <translation>The suit</translation>
        </message>
        <message>
            <source>没有交费，按撤回处理</source>
            <translation>Fee not paid: deemed withdrawn</translation>
        </message>
        <message>
            <source>没有受理</source>
            <translation>not taken</translation>
        </message>
        <message>
            <source>法庭调查</source>
            <translation>Inquiry</translation>
        </message>
        <message>
            <source>现在的请求</source>
            <translation>What is asked for now</translation>
        </message>
        <message>
            <source>相同法律关系、相同事实或者请求之间有因果关系的，应当合并审理；无关联的，告知另行起诉（解释233）。</source>
            <translation>The same legal relation, the same facts, or claims of which one causes the other: heard together. Nothing in common: sue separately (解释233).</translation>
        </message>
        <message>
            <source>程序已转，出转程序的裁定。</source>
            <translation> The procedure has changed: issue the ruling.</translation>
        </message>
        <message>
            <source>等着决定是否合并审理</source>
            <translation>waits for the decision whether it is heard together</translation>
        </message>
        <message>
            <source>记下</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>记下变更</source>
            <translation>Record the change</translation>
        </message>
        <message>
            <source>记入笔录，本诉继续审理；反诉受理费由反诉原告负担（费用34），不再减半（解释206）。</source>
            <translation>Put it into the record; the suit goes on. Who brought it bears its fee (费用34), not halved again (解释206).</translation>
        </message>
        <message>
            <source>谁撤回</source>
            <translation>Who withdraws it</translation>
        </message>
        <message>
            <source>谁的请求</source>
            <translation>Whose claims</translation>
        </message>
        <message>
            <source>这台电脑上没有这个编号的文书。对一遍编号；别的电脑签发的，先做数据回传；或者请法院按编号核验。</source>
            <translation>No paper with this reference is on this laptop. Compare the reference; one issued on another laptop comes with a sync; or ask the court to verify it.</translation>
        </message>
        <message>
            <source>《{title}》</source>
            <translation>“{title}”</translation>
        </message>
        <message>
            <source>选区所在地</source>
            <translation>Where the constituency lies</translation>
        </message>
        <message>
            <source>不属于案件的文书</source>
            <translation>Papers of no case</translation>
        </message>
        <message>
            <source>不属于案件的文书：巡回、司法建议、报告和登记</source>
            <translation>Papers of no case: the circuit, judicial suggestions, reports, registers</translation>
        </message>
        <message>
            <source>只有反诉减半</source>
            <translation>Only the counterclaim's is halved</translation>
        </message>
        <message>
            <source>本诉、反诉都减半</source>
            <translation>Suit's and counterclaim's are halved</translation>
        </message>
        <message>
            <source>反诉合并审理的受理费（费用18）</source>
            <translation>Fee with a counterclaim (费用18)</translation>
        </message>
        <message>
            <source>减半</source>
            <translation>Halved</translation>
        </message>
        <message>
            <source>不减半</source>
            <translation>Not halved</translation>
        </message>
        <message>
            <source>按撤诉处理的受理费（费用15）</source>
            <translation>Fee of a suit deemed withdrawn (费用15)</translation>
        </message>
        <message>
            <source>现在没有要办的文书。要出一份不属于案件的，按 F6。</source>
            <translation>No paper is due now. F6 makes one of no case.</translation>
        </message>
        <message>
            <source>时间早于收到材料、收到投诉或者告知补正的时间。</source>
            <translation>The time is before the papers or the complaint came, or before the correction was told.</translation>
        </message>
        <message>
            <source>改好时间。</source>
            <translation>Put the time right.</translation>
        </message>
        <message>
            <source>上一件投诉还没有答复。</source>
            <translation>The complaint before is not answered yet.</translation>
        </message>
        <message>
            <source>先记下答复。</source>
            <translation>Record its answer first.</translation>
        </message>
        <message>
            <source>补正期限不能是告知当天或者更早。</source>
            <translation>The last day to correct cannot be the day of telling, or earlier.</translation>
        </message>
        <message>
            <source>写一个以后的日子。</source>
            <translation>Give a later day.</translation>
        </message>
        <message>
            <source>已经一次性告知过补正（{article}）。</source>
            <translation>What to correct was told already, and is told once ({article}).</translation>
        </message>
        <message>
            <source>补正后仍不符合要求的，由审判员裁定不予受理。</source>
            <translation>If it still falls short, the judge rules that it is not accepted.</translation>
        </message>
        <message>
            <source>这件收件已经办结。</source>
            <translation>This received filing has ended.</translation>
        </message>
        <message>
            <source>在列表里选另一件。</source>
            <translation>Choose another in the list.</translation>
        </message>
        <message>
            <source>没有等着答复的投诉。</source>
            <translation>No complaint waits for an answer.</translation>
        </message>
        <message>
            <source>先记下投诉。</source>
            <translation>Record the complaint first.</translation>
        </message>
        <message>
            <source>还没有告知补正。</source>
            <translation>Nobody was told yet what to correct.</translation>
        </message>
        <message>
            <source>先记下告知补正的事项和期限。</source>
            <translation>First record what is to be corrected and until when.</translation>
        </message>
        <message>
            <source>《{title}》不能这样送。</source>
            <translation>“{title}” cannot be handed over so.</translation>
        </message>
        <message>
            <source>改为直接送交，或者看这份文书允许的方式。</source>
            <translation>Hand it over in person, or see which ways the paper allows.</translation>
        </message>
        <message>
            <source>补正期限没有过，或者已经补正，不能退回（{article}）。</source>
            <translation>The time to correct is not over, or it was corrected: the papers cannot go back ({article}).</translation>
        </message>
        <message>
            <source>期限内没有补正的，过了期限再退；坚持起诉的，裁定不予受理。</source>
            <translation>Not corrected in time, they go back after the last day; if the person insists, rule that it is not accepted.</translation>
        </message>
        <message>
            <source>这件收件不在本机。</source>
            <translation>This received filing is not on this laptop.</translation>
        </message>
        <message>
            <source>数据回传后再找。</source>
            <translation>Look again after a sync.</translation>
        </message>
        <message>
            <source>没有这次送达的记录。</source>
            <translation>There is no record of this service.</translation>
        </message>
        <message>
            <source>先记下送达。</source>
            <translation>Record the service first.</translation>
        </message>
        <message>
            <source>收到起诉材料</source>
            <translation>Filing received</translation>
        </message>
        <message>
            <source>告知补正</source>
            <translation>Correction told</translation>
        </message>
        <message>
            <source>收到补正的材料</source>
            <translation>Corrected papers received</translation>
        </message>
        <message>
            <source>收到对立案工作的投诉</source>
            <translation>Complaint about the filing received</translation>
        </message>
        <message>
            <source>答复投诉</source>
            <translation>Complaint answered</translation>
        </message>
        <message>
            <source>收件办结</source>
            <translation>Received filing ended</translation>
        </message>
        <message>
            <source>催办答复</source>
            <translation>Reminded of the answer</translation>
        </message>
        <message>
            <source>谁申请</source>
            <translation>Who asks</translation>
        </message>
        <message>
            <source>这件反诉没有受理，或者已经结束，没有可缓减免的受理费（{article}）。</source>
            <translation>This counterclaim was not taken, or has ended: there is no fee to defer, reduce or waive ({article}).</translation>
        </message>
        <message>
            <source>核对是哪一笔受理费。</source>
            <translation>Check which fee it is.</translation>
        </message>
        <message>
            <source>缓减免由预交这笔受理费的一方申请（{article}）。</source>
            <translation>Relief is asked for by the side that pays this fee beforehand ({article}).</translation>
        </message>
        <message>
            <source>本诉的选原告，反诉的选提起反诉的人。</source>
            <translation>Choose the plaintiff for the suit's fee, who brought the counterclaim for its fee.</translation>
        </message>
        <message>
            <source>{party}已经对这份{title}提出过上诉。</source>
            <translation>{party} has already appealed against this {title}.</translation>
        </message>
        <message>
            <source>看下面列出的那件上诉；撤回以后再提出的，另登记。</source>
            <translation>See that appeal in the list below; one brought again after a withdrawal is recorded anew.</translation>
        </message>
        <message>
            <source>{party}不能是自己上诉的被上诉人。</source>
            <translation>{party} can't be the respondent of its own appeal.</translation>
        </message>
        <message>
            <source>照上诉状写的选别的当事人。</source>
            <translation>Choose the other parties that the appeal names.</translation>
        </message>
        <message>
            <source>{party}的二审答辩状已经登记。</source>
            <translation>The answer of {party} to this appeal is recorded already.</translation>
        </message>
        <message>
            <source>选别的当事人，或者把副本送给上诉人。</source>
            <translation>Choose another party, or serve the copy on the appellant.</translation>
        </message>
        <message>
            <source>上诉的日期早于{title}的日期。</source>
            <translation>The appeal is dated before the {title}.</translation>
        </message>
        <message>
            <source>改好收到上诉状的时间或者邮戳日期。</source>
            <translation>Correct when the appeal was received, or the postmark's date.</translation>
        </message>
        <message>
            <source>对这种裁定上诉不交受理费（{article}）。</source>
            <translation>An appeal against such a ruling costs nothing ({article}).</translation>
        </message>
        <message>
            <source>不用登记交费，接着办送达和移送。</source>
            <translation>No payment to record; go on with service and sending up the file.</translation>
        </message>
        <message>
            <source>这件上诉已经有了结果。</source>
            <translation>This appeal has ended already.</translation>
        </message>
        <message>
            <source>选一件还没有结果的上诉。</source>
            <translation>Choose an appeal that has not ended.</translation>
        </message>
        <message>
            <source>{party}的上诉期到{until}已经届满（{article}）。</source>
            <translation>The time for {party} to appeal ran out on {until} ({article}).</translation>
        </message>
        <message>
            <source>有正当理由的，写明理由和障碍消除的日期；没有的，勾选“逾期也登记”，由上级法院决定，判决照样生效。</source>
            <translation>With good cause, write it and the day the obstacle ended; without, tick “Record it although late”: the higher court decides, and the judgment takes effect all the same.</translation>
        </message>
        <message>
            <source>口头说上诉不算，要递交上诉状（{article}）。</source>
            <translation>Saying so is no appeal; it has to be handed in in writing ({article}).</translation>
        </message>
        <message>
            <source>告知在上诉期内递交，逾期没有递交的视为没有上诉；不会写的，由书记员代填上诉状。</source>
            <translation>Tell the party to hand it in in time, else nobody has appealed; for who can't write, the clerk fills in the form.</translation>
        </message>
        <message>
            <source>案卷还没有移送上级法院（{article}）。</source>
            <translation>The file has not gone to the higher court yet ({article}).</translation>
        </message>
        <message>
            <source>先到“文书”页出上诉案件移送函；移送以前撤回的，办“撤回上诉”。</source>
            <translation>Issue the letter that sends it up on the papers page first; one withdrawn before is recorded as “Withdrawn”.</translation>
        </message>
        <message>
            <source>案卷已经移送，是否准许撤回上诉由上级法院裁定（{article}）。</source>
            <translation>The file has gone up: the higher court rules on a withdrawal ({article}).</translation>
        </message>
        <message>
            <source>把撤回申请转给上级法院，收到裁定以后登记结果。</source>
            <translation>Pass the request on, and record the result when its ruling comes.</translation>
        </message>
        <message>
            <source>申请顺延要在障碍消除后十日内，到{until}为止（{article}）。</source>
            <translation>More time is asked for within ten days of the obstacle's end, by {until} ({article}).</translation>
        </message>
        <message>
            <source>核对障碍消除的日期；确实超过的，勾选“逾期也登记”，由上级法院决定。</source>
            <translation>Check the day the obstacle ended; if it is past, tick “Record it although late”: the higher court decides.</translation>
        </message>
        <message>
            <source>{on}收到的上诉还没有结果，不能证明判决已经生效（{article}）。</source>
            <translation>The appeal of {on} has no result yet: nobody can certify that the judgment took effect ({article}).</translation>
        </message>
        <message>
            <source>上诉撤回或者上级法院有了结果以后再出。</source>
            <translation>Issue it after the appeal is withdrawn or the higher court has decided.</translation>
        </message>
        <message>
            <source>{title}不能上诉（{article}）。</source>
            <translation>No appeal lies against the {title} ({article}).</translation>
        </message>
        <message>
            <source>告知当事人；有错误的，可以申请再审。</source>
            <translation>Tell the party; against an error it may ask for a retrial.</translation>
        </message>
        <message>
            <source>这件上诉不是{party}提出的。</source>
            <translation>This appeal is not {party}'s.</translation>
        </message>
        <message>
            <source>选上诉人或者其代理人。</source>
            <translation>Choose the appellant or its agent.</translation>
        </message>
        <message>
            <source>{party}是上诉人，不对自己的上诉答辩。</source>
            <translation>{party} is the appellant and doesn't answer its own appeal.</translation>
        </message>
        <message>
            <source>选被上诉人或者其他当事人。</source>
            <translation>Choose a respondent or another party.</translation>
        </message>
        <message>
            <source>邮戳日期晚于收到的日期。</source>
            <translation>The postmark is later than the receipt.</translation>
        </message>
        <message>
            <source>改好其中一个日期。</source>
            <translation>Correct one of the two dates.</translation>
        </message>
        <message>
            <source>这个案件里没有这件上诉。</source>
            <translation>The case has no such appeal.</translation>
        </message>
        <message>
            <source>从列出的上诉里选一件。</source>
            <translation>Choose one of the appeals listed.</translation>
        </message>
        <message>
            <source>提出上诉</source>
            <translation>Appealed</translation>
        </message>
        <message>
            <source>对上诉答辩</source>
            <translation>Answered an appeal</translation>
        </message>
        <message>
            <source>登记上诉费</source>
            <translation>Recorded an appeal's fee</translation>
        </message>
        <message>
            <source>上诉有了结果</source>
            <translation>An appeal ended</translation>
        </message>
        <message>
            <source>决定是否立案</source>
            <translation>Decide whether to register</translation>
        </message>
        <message>
            <source>决定是否受理司法确认</source>
            <translation>Decide whether to take the confirmation</translation>
        </message>
        <message>
            <source>答复司法建议</source>
            <translation>Answer the judicial suggestion</translation>
        </message>
        <message>
            <source>答复对立案工作的投诉</source>
            <translation>Answer the complaint about filing</translation>
        </message>
        <message>
            <source>裁定不予受理</source>
            <translation>Not accepted by ruling</translation>
        </message>
        <message>
            <source>递交人</source>
            <translation>Handed in by</translation>
        </message>
        <message>
            <source>收到的材料</source>
            <translation>Papers received</translation>
        </message>
        <message>
            <source>补正事项</source>
            <translation>What to correct</translation>
        </message>
        <message>
            <source>到哪一天</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>谁收的</source>
            <translation>Received by</translation>
        </message>
        <message>
            <source>对立案工作的投诉</source>
            <translation>Complaint about filing</translation>
        </message>
        <message>
            <source>对投诉的答复</source>
            <translation>Answer to the complaint</translation>
        </message>
        <message>
            <source>收件怎样办结</source>
            <translation>How the received filing ended</translation>
        </message>
        <message>
            <source>催办</source>
            <translation>Remind</translation>
        </message>
        <message>
            <source>收件</source>
            <translation>Received filing</translation>
        </message>
        <message>
            <source>司法建议</source>
            <translation>Judicial suggestion</translation>
        </message>
        <message>
            <source>到“文书”页出不予受理反诉的裁定书，告知另行起诉；送达以后反诉人可以在十日内上诉（民诉157、171）。</source>
            <translation>Make the ruling that does not take it at Papers, which says to sue separately; once served, who brought it may appeal within ten days (民诉157, 171).</translation>
        </message>
        <message>
            <source>接着到“文书”页出裁定，用印后送达；起诉人十日内可以上诉（民诉171）。</source>
            <translation>Now issue the ruling on the papers page, seal it and serve it; who sued may appeal in ten days (民诉171).</translation>
        </message>
        <message>
            <source>不予受理：{number}</source>
            <translation>Not accepted: {number}</translation>
        </message>
        <message>
            <source>收到的已填入前几步。</source>
            <translation>What was received stands in the steps now.</translation>
        </message>
        <message>
            <source>补全以后，到第 5 步立案，或者由审判员裁定不予受理。</source>
            <translation>Complete it; then register it in step 5, or let the judge rule that it is not accepted.</translation>
        </message>
        <message>
            <source>{day} {what}（{article}）</source>
            <translation>{day}: {what} ({article})</translation>
        </message>
        <message>
            <source>已补正，等着决定</source>
            <translation>Corrected; to be decided</translation>
        </message>
        <message>
            <source>告知了补正，等补正</source>
            <translation>Correction told; awaited</translation>
        </message>
        <message>
            <source>等着告知补正</source>
            <translation>Correction to be told</translation>
        </message>
        <message>
            <source>等着决定</source>
            <translation>To be decided</translation>
        </message>
        <message>
            <source>怎样递交</source>
            <translation>How it came</translation>
        </message>
        <message>
            <source>为什么不当场立案</source>
            <translation>Why not registered on the spot</translation>
        </message>
        <message>
            <source>登记收件</source>
            <translation>Record the receipt</translation>
        </message>
        <message>
            <source>收到的</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>填入前几步，立案或者不予受理</source>
            <translation>Fill the steps with it, to register it or not to accept it</translation>
        </message>
        <message>
            <source>出收据、补正告知书</source>
            <translation>Issue the receipt, the correction notice</translation>
        </message>
        <message>
            <source>补正事项（一次说全）</source>
            <translation>What to correct (all at once)</translation>
        </message>
        <message>
            <source>补正到哪一天</source>
            <translation>To be corrected by</translation>
        </message>
        <message>
            <source>已收件，最迟的日子在下面和工作台上。</source>
            <translation>Received; its last day stands below and on the workbench.</translation>
        </message>
        <message>
            <source>按 Alt+F 出具收据，写明收到日期（立案2）；要补正的，选“告知补正”，一次说全。</source>
            <translation>Alt+F issues the receipt with the day (Filing Rules 2). If something is to be corrected, choose “Correction told” and say all of it at once.</translation>
        </message>
        <message>
            <source>告知补正已记下。按 Alt+F 出补正告知书，用印后送达；期限内七日停算（立案7）。</source>
            <translation>Recorded. Alt+F makes the correction notice, to be sealed and handed over; meanwhile the seven days stand still (Filing Rules 7).</translation>
        </message>
        <message>
            <source>补正已记下，七日自次日重新起算（解释126）。</source>
            <translation>Recorded; the seven days run anew from the next day (解释126).</translation>
        </message>
        <message>
            <source>已退回并记录在册（立案7）。</source>
            <translation>Given back, and on the record (Filing Rules 7).</translation>
        </message>
        <message>
            <source>已由本人取回。</source>
            <translation>Taken back by the person.</translation>
        </message>
        <message>
            <source>投诉已记下，十五日内查明并答复（立案13）。</source>
            <translation>The complaint is recorded; look into it and answer in fifteen days (Filing Rules 13).</translation>
        </message>
        <message>
            <source>不予受理的理由</source>
            <translation>Why it is not accepted</translation>
        </message>
        <message>
            <source>先收件，不当场立案</source>
            <translation>Receive it without registering it on the spot</translation>
        </message>
        <message>
            <source>材料要补正、当场判断不了的：前几步能填多少填多少，在这里登记收件，出具收据，七日内决定（立案2、7、8）。</source>
            <translation>For what has to be corrected or cannot be judged at once: fill the steps as far as you can, record the receipt here, issue a receipt, and decide in seven days (Filing Rules 2, 7, 8).</translation>
        </message>
        <message>
            <source>网上</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>材料不齐，要补正</source>
            <translation>Incomplete: to be corrected</translation>
        </message>
        <message>
            <source>当场不能判定是否符合起诉条件</source>
            <translation>Cannot be judged on the spot</translation>
        </message>
        <message>
            <source>诉状份数</source>
            <translation>Copies of the complaint</translation>
        </message>
        <message>
            <source>诉状页数</source>
            <translation>Pages of the complaint</translation>
        </message>
        <message>
            <source>收到补正</source>
            <translation>Corrected papers came</translation>
        </message>
        <message>
            <source>本人取回</source>
            <translation>Taken back by the person</translation>
        </message>
        <message>
            <source>收到投诉</source>
            <translation>Complaint received</translation>
        </message>
        <message>
            <source>还没有选收件。</source>
            <translation>No received filing is chosen.</translation>
        </message>
        <message>
            <source>在表里用 ↑↓ 选一件。</source>
            <translation>Choose one in the table with ↑↓.</translation>
        </message>
        <message>
            <source>裁定由审判员作出，可以上诉（民诉126、157）；有案号，不收费（费用8）。</source>
            <translation>The judge rules; it can be appealed (民诉126, 157). It has a number and costs nothing (费用8).</translation>
        </message>
        <message>
            <source>收件：{who} {day} 递交</source>
            <translation>Received filing: {who}, handed in on {day}</translation>
        </message>
        <message>
            <source>谁起诉、申请</source>
            <translation>Who sues or applies</translation>
        </message>
        <message>
            <source>收到</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>裁定不予受理，取案号</source>
            <translation>Rule not to accept it, take a number</translation>
        </message>
        <message>
            <source>已立案</source>
            <translation>Registered</translation>
        </message>
        <message>
            <source>已退回</source>
            <translation>Given back</translation>
        </message>
        <message>
            <source>送达二审答辩状副本</source>
            <translation>Serve the copy of the answer to the appeal</translation>
        </message>
        <message>
            <source>送达上诉状副本</source>
            <translation>Serve the copy of the appeal</translation>
        </message>
        <message>
            <source>二审答辩期</source>
            <translation>Time to answer the appeal</translation>
        </message>
        <message>
            <source>移送上诉案卷</source>
            <translation>Send the file up</translation>
        </message>
        <message>
            <source>{name}的独立请求</source>
            <translation>{name}'s own claim</translation>
        </message>
        <message>
            <source>谁提起（被告，有独立请求权的第三人）</source>
            <translation>Brought by (a defendant, or a third party with a right of its own)</translation>
        </message>
        <message>
            <source>它的证据</source>
            <translation>Its evidence</translation>
        </message>
        <message>
            <source>填好请求以后，这里说明受理费。</source>
            <translation>Fill in what is asked for: the fee is said here.</translation>
        </message>
        <message>
            <source>合并审理的，受理费应交 {due} 元，由第三人在接到通知后七日内交（费用18、20、22）。</source>
            <translation>If heard together, the fee is {due} yuan, to be paid by the third party within seven days of its notice (费用18, 20, 22).</translation>
        </message>
        <message>
            <source>合并审理以后不再适用小额诉讼程序（民诉166、解释278）。</source>
            <translation>Once heard together, the case is no longer one of small claims (民诉166, 解释278).</translation>
        </message>
        <message>
            <source>第三人的请求已登记。</source>
            <translation>The third party's claim is recorded.</translation>
        </message>
        <message>
            <source>第三人的起诉状在“文书”页出，由第三人签名；请审判员决定是否合并审理（按 3）。</source>
            <translation>Make the third party's complaint on the Papers page, signed by the third party; the judge decides whether it is heard together (press 3).</translation>
        </message>
        <message>
            <source>这个案件没有等着办的反诉、第三人请求。</source>
            <translation>No counterclaim or third party's claim waits in this case.</translation>
        </message>
        <message>
            <source>哪一件</source>
            <translation>Which one</translation>
        </message>
        <message>
            <source>撤回</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>第三人对双方争的标的有独立请求权的，作为有独立请求权的第三人合并审理（民诉59）。</source>
            <translation>A third party with a right of its own in what is disputed is heard together as one (民诉59).</translation>
        </message>
        <message>
            <source>第三人的请求与本诉合并审理。</source>
            <translation>The third party's claim is heard with the suit.</translation>
        </message>
        <message>
            <source>到“文书”页出受理第三人诉讼请求通知书和交费通知书；起诉状副本送原告、被告，答辩期十五日（民诉128）；程序变了的，出转程序的裁定。</source>
            <translation>Issue the notice that it is taken and the fee notice at Papers; serve copies of its complaint on plaintiff and defendant, who answer within fifteen days (民诉128); if the procedure changed, issue the ruling on it.</translation>
        </message>
        <message>
            <source>第三人的请求不予受理。</source>
            <translation>The third party's claim is not taken.</translation>
        </message>
        <message>
            <source>到“文书”页出不予受理的裁定书，告知另行起诉；送达以后第三人可以在十日内上诉（民诉157、171）。</source>
            <translation>Make the ruling that does not take it at Papers, which says to sue separately; once served, the third party may appeal within ten days (民诉157, 171).</translation>
        </message>
        <message>
            <source>第三人的请求已撤回。</source>
            <translation>The third party's claim is withdrawn.</translation>
        </message>
        <message>
            <source>记入笔录，本诉继续审理；受理费由第三人负担（费用34），不再减半（解释206）。</source>
            <translation>Put it into the record; the suit goes on; the third party bears the fee (费用34), which is not halved again (解释206).</translation>
        </message>
        <message>
            <source>第三人的请求按撤回处理。</source>
            <translation>The third party's claim counts as withdrawn.</translation>
        </message>
        <message>
            <source>告知第三人，本诉继续审理（解释213）。</source>
            <translation>Tell the third party; the suit goes on (解释213).</translation>
        </message>
        <message>
            <source>{whose}受理费 {full} 元，应交 {due} 元，现在还应交 {now} 元</source>
            <translation>Fee of {whose}: {full} yuan, due {due}, still to be paid {now}</translation>
        </message>
        <message>
            <source>反诉、第三人请求</source>
            <translation>Counterclaim, third party's claim</translation>
        </message>
        <message>
            <source>{payer}（反诉、第三人请求的受理费）</source>
            <translation>{payer} (fee of the counterclaim or third party's claim)</translation>
        </message>
        <message>
            <source>反诉、第三人请求的受理费由谁负担</source>
            <translation>Who bears the fee of the counterclaim or third party's claim</translation>
        </message>
        <message>
            <source>它们的决定和撤回</source>
            <translation>Deciding and withdrawing them</translation>
        </message>
        <message>
            <source>提出反诉、第三人请求</source>
            <translation>Brought a counterclaim or a third party's claim</translation>
        </message>
        <message>
            <source>决定是否合并审理</source>
            <translation>Decided whether it is heard together</translation>
        </message>
        <message>
            <source>反诉、第三人请求撤回或者按撤回处理</source>
            <translation>It was withdrawn, or counts as withdrawn</translation>
        </message>
        <message>
            <source>{party}不是被告，也不是第三人，不能提起反诉或者独立的请求（{article}）。</source>
            <translation>{party} is neither a defendant nor a third party, and can bring no counterclaim or claim of its own ({article}).</translation>
        </message>
        <message>
            <source>选被告、有独立请求权的第三人，或其代理人。</source>
            <translation>Choose a defendant, a third party with a right of its own, or its agent.</translation>
        </message>
        <message>
            <source>反诉只能针对本诉的原告，第三人的请求针对原告、被告（{article}）。</source>
            <translation>A counterclaim is against the plaintiff of the suit, a third party's claim against plaintiff and defendant ({article}).</translation>
        </message>
        <message>
            <source>收到答辩状</source>
            <translation>Answer received</translation>
        </message>
        <message>
            <source>上诉费已交</source>
            <translation>Fee paid</translation>
        </message>
        <message>
            <source>申请缓减免上诉费</source>
            <translation>Relief from the fee asked</translation>
        </message>
        <message>
            <source>撤回上诉</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>上级法院准许撤回</source>
            <translation>Withdrawal granted above</translation>
        </message>
        <message>
            <source>上级法院按撤回处理</source>
            <translation>Deemed withdrawn above</translation>
        </message>
        <message>
            <source>上级法院认定逾期</source>
            <translation>Found late above</translation>
        </message>
        <message>
            <source>上级法院已裁判</source>
            <translation>Decided above</translation>
        </message>
        <message>
            <source>还没有出具可以上诉的判决书、裁定书。先到“文书”页出文书，送达以后再登记上诉。</source>
            <translation>No judgment or ruling that can be appealed has been issued. Issue it on the papers page and serve it, then record the appeal.</translation>
        </message>
        <message>
            <source>对哪份文书</source>
            <translation>Against which paper</translation>
        </message>
        <message>
            <source>谁上诉</source>
            <translation>Who appeals</translation>
        </message>
        <message>
            <source>递交了上诉状</source>
            <translation>Handed in in writing</translation>
        </message>
        <message>
            <source>只在口头上说</source>
            <translation>Only said so</translation>
        </message>
        <message>
            <source>怎么提出</source>
            <translation>How</translation>
        </message>
        <message>
            <source>收到上诉状的时间</source>
            <translation>Received at</translation>
        </message>
        <message>
            <source>邮寄的，邮戳日期</source>
            <translation>If posted, the postmark's date</translation>
        </message>
        <message>
            <source>不服的金额（元，财产案件）</source>
            <translation>Amount appealed against (yuan, property cases)</translation>
        </message>
        <message>
            <source>逾期的正当理由（民诉86）</source>
            <translation>Good cause for being late (民诉86)</translation>
        </message>
        <message>
            <source>障碍消除的日期</source>
            <translation>The obstacle ended on</translation>
        </message>
        <message>
            <source>没有正当理由</source>
            <translation>Without good cause</translation>
        </message>
        <message>
            <source>逾期也登记，由上级法院决定</source>
            <translation>Record it although late: the higher court decides</translation>
        </message>
        <message>
            <source>登记上诉</source>
            <translation>Record the appeal</translation>
        </message>
        <message>
            <source>选好文书和上诉人以后，这里说明上诉期和上诉费。</source>
            <translation>Choose the paper and who appeals: the time for it and its fee are said here.</translation>
        </message>
        <message>
            <source>文书还没有送达上诉人，上诉期没有开始。</source>
            <translation>The paper has not been served on the appellant: the time has not begun.</translation>
        </message>
        <message>
            <source>上诉期到 {until}（民诉171、解释244）。</source>
            <translation>Time to appeal until {until} (民诉171, 解释244).</translation>
        </message>
        <message>
            <source>已经逾期：判决照样生效，是否准许由上级法院决定。</source>
            <translation> It is late: the judgment takes effect all the same, and the higher court decides.</translation>
        </message>
        <message>
            <source>对这种裁定上诉不交受理费（费用8(三)）。</source>
            <translation>An appeal against such a ruling costs nothing (费用8).</translation>
        </message>
        <message>
            <source>上诉费 {due} 元，上诉人递交上诉状时预交（费用22）。</source>
            <translation>The appeal costs {due} yuan, prepaid by the appellant with the appeal (费用22).</translation>
        </message>
        <message>
            <source>上诉已登记。</source>
            <translation>The appeal is recorded.</translation>
        </message>
        <message>
            <source>五日内把上诉状副本送给其他当事人：到“文书”页出送达上诉状副本通知书，没有上诉状的出一份由上诉人签名。</source>
            <translation>Serve its copy on the other parties in five days: issue the notice on the papers page; if there is no written appeal, make the form there and have the appellant sign it.</translation>
        </message>
        <message>
            <source>这个案件没有上诉。</source>
            <translation>The case has no appeal.</translation>
        </message>
        <message>
            <source>哪件上诉</source>
            <translation>Which appeal</translation>
        </message>
        <message>
            <source>交费凭证号</source>
            <translation>Receipt number</translation>
        </message>
        <message>
            <source>上级法院的案号</source>
            <translation>The higher court's case number</translation>
        </message>
        <message>
            <source>案卷移送以前撤回的，判决从撤回之日生效，上诉期还没有满的从期满的次日生效；移送以后由上级法院裁定（民诉180），时间填裁定书送达各方的日子。</source>
            <translation>Withdrawn before the file goes up, the judgment takes effect that day, or the day after the last period if that is later. Afterwards the higher court rules (民诉180): give the day on which its ruling reached the last party.</translation>
        </message>
        <message>
            <source>五日内把答辩状副本送给上诉人；答辩都到了，五日内移送案卷（民诉174）。</source>
            <translation>Serve the copy of the answer on the appellant in five days; when all have answered, send the file up in five (民诉174).</translation>
        </message>
        <message>
            <source>交费凭证随案卷移送。</source>
            <translation>The receipt goes up with the file.</translation>
        </message>
        <message>
            <source>申请和证明随案卷移送，由上级法院决定（费用48）。</source>
            <translation>The request and its proof go up with the file; the higher court decides (费用48).</translation>
        </message>
        <message>
            <source>没有别的上诉的，判决书生效，可以出生效证明书。</source>
            <translation>If no other appeal stands, the judgment takes effect and its certificate can be issued.</translation>
        </message>
        <message>
            <source>以上级法院的裁判为准，本院不再出这份判决的生效证明书。</source>
            <translation>The higher court's decision stands; this court issues no certificate of effect for this judgment.</translation>
        </message>
        <message>
            <source>已记下：{step}。</source>
            <translation>Recorded: {step}.</translation>
        </message>
        <message>
            <source>{who} 对{paper}的上诉</source>
            <translation>{who}: appeal against {paper}</translation>
        </message>
        <message>
            <source>{day} 收到</source>
            <translation>received {day}</translation>
        </message>
        <message>
            <source>逾期，申请顺延</source>
            <translation>late, more time asked for</translation>
        </message>
        <message>
            <source>逾期</source>
            <translation>late</translation>
        </message>
        <message>
            <source>上诉的办理</source>
            <translation>Appeal: steps</translation>
        </message>
        <message>
            <source>没有收到还没有立案的。不能当场立案的，在“收件”里登记。</source>
            <translation>Nothing waits to be registered. What cannot be registered on the spot is recorded under “Received filing”.</translation>
        </message>
        <message>
            <source>上诉请求</source>
            <translation>What is asked</translation>
        </message>
        <message>
            <source>上诉登记</source>
            <translation>Appeal</translation>
        </message>
        <message>
            <source>交费通知送达的日子</source>
            <translation>Day on which the fee notice arrived</translation>
        </message>
        <message>
            <source>还没有要送交的。司法建议书等不属于案件的文书，按 Ctrl+K 再按 Alt+O 去出，盖了院印再送。</source>
            <translation>Nothing is to be handed over yet. Papers of no case, such as a judicial suggestion, are made with Ctrl+K, then Alt+O, and sealed before they go.</translation>
        </message>
        <message>
            <source>送给</source>
            <translation>To</translation>
        </message>
        <message>
            <source>送交</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>送交和催办</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>怎样催办</source>
            <translation>How reminded</translation>
        </message>
        <message>
            <source>如 电话、发函、上门</source>
            <translation>such as by telephone, letter, a visit</translation>
        </message>
        <message>
            <source>催办结果</source>
            <translation>What came of it</translation>
        </message>
        <message>
            <source>答复来了，出反馈登记表</source>
            <translation>The answer has come: make its register</translation>
        </message>
        <message>
            <source>这份文书还没有送交。</source>
            <translation>This paper was not handed over yet.</translation>
        </message>
        <message>
            <source>先选“送交”，记下谁收的。</source>
            <translation>First choose “Hand over” and say who received it.</translation>
        </message>
        <message>
            <source>送交已记下；要答复的，期限从收到的次日起算，到期前在工作台上。</source>
            <translation>Recorded. Where an answer is asked for, its term runs from the next day and shows on the workbench before it ends.</translation>
        </message>
        <message>
            <source>催办已记下。</source>
            <translation>The reminder is recorded.</translation>
        </message>
        <message>
            <source>{day} 以前</source>
            <translation>by {day}</translation>
        </message>
        <message>
            <source>，催办 {count} 次</source>
            <translation>, reminded {count} times</translation>
        </message>
        <message>
            <source>{day} 答复</source>
            <translation>answered on {day}</translation>
        </message>
        <message>
            <source>还没有送交</source>
            <translation>not handed over yet</translation>
        </message>
        <message>
            <source>申请人民陪审员参加</source>
            <translation>Ask for assessors on the panel</translation>
        </message>
        <message>
            <source>有人申请的，抽取人民陪审员</source>
            <translation>Draw the assessors, if asked for</translation>
        </message>
        <message>
            <source>还没有记下受托法院收到委托函。</source>
            <translation>It is not recorded that the other court received the letter.</translation>
        </message>
        <message>
            <source>先记下受托法院收到委托函的时间，再记退回。</source>
            <translation>Record when it received the letter first, then what it sent back.</translation>
        </message>
        <message>
            <source>受托法院收到这份委托函已经记下。</source>
            <translation>The other court's receipt of this letter is recorded already.</translation>
        </message>
        <message>
            <source>回证到了以后记下退回；再次委托的，另出委托送达函。</source>
            <translation>Record its certificate when it comes; to ask once more, issue another letter.</translation>
        </message>
        <message>
            <source>这份委托函的回证已经退回。</source>
            <translation>The certificate of this letter is back already.</translation>
        </message>
        <message>
            <source>再次委托的，另出委托送达函。</source>
            <translation>To ask once more, issue another letter.</translation>
        </message>
        <message>
            <source>退回的时间早于受托法院收到委托函的时间。</source>
            <translation>It came back before the other court received the letter.</translation>
        </message>
        <message>
            <source>受托法院代为送达</source>
            <translation>Service by another court</translation>
        </message>
        <message>
            <source>受托法院收到委托送达函</source>
            <translation>Another court received the letter of entrusted service</translation>
        </message>
        <message>
            <source>受托法院退回送达回证</source>
            <translation>Another court sent its certificate of service back</translation>
        </message>
        <message>
            <source>催办记录</source>
            <translation>Reminders</translation>
        </message>
        <message>
            <source>送交情况</source>
            <translation>How handed over</translation>
        </message>
        <message>
            <source>委托送达</source>
            <translation>Service by another court</translation>
        </message>
        <message>
            <source>哪份委托函</source>
            <translation>Which letter</translation>
        </message>
        <message>
            <source>受托法院收到</source>
            <translation>Received there</translation>
        </message>
        <message>
            <source>回证退回，已送达</source>
            <translation>Certificate back, served</translation>
        </message>
        <message>
            <source>退回，没有送达</source>
            <translation>Back, not served</translation>
        </message>
        <message>
            <source>受托法院收到委托函和文书后十日内送达（解释134）。</source>
            <translation>The other court serves within ten days of receiving the letter and the papers (解释134).</translation>
        </message>
        <message>
            <source>记下委托送达</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>十日以后还没有退回的，工作台提醒催办。</source>
            <translation>If nothing is back in ten days, the workbench says so.</translation>
        </message>
        <message>
            <source>照回证上的时间，上面用“委托”方式把这几份文书记下送达。</source>
            <translation>Above, record the papers as served, by another court, at the time that the certificate says.</translation>
        </message>
        <message>
            <source>换一种方式送达。</source>
            <translation>Serve in another way.</translation>
        </message>
        <message>
            <source>委托送达已记下。</source>
            <translation>Recorded.</translation>
        </message>
        <message>
            <source>有上诉，文书还没有生效。</source>
            <translation>Appealed: the paper has not taken effect.</translation>
        </message>
        <message>
            <source>答复的时间早于申请复核。</source>
            <translation>The answer is earlier than the request.</translation>
        </message>
        <message>
            <source>{party}上一次申请的复核还没有答复。</source>
            <translation>{party}'s last request for review is not answered yet.</translation>
        </message>
        <message>
            <source>这次复核已经答复过。</source>
            <translation>This review was answered already.</translation>
        </message>
        <message>
            <source>再有异议的，重新登记申请。</source>
            <translation>If the party objects again, record a new request.</translation>
        </message>
        <message>
            <source>没有这次复核申请。</source>
            <translation>There is no such request.</translation>
        </message>
        <message>
            <source>先登记申请。</source>
            <translation>Record the request first.</translation>
        </message>
        <message>
            <source>复核诉讼费用</source>
            <translation>Review the fee</translation>
        </message>
        <message>
            <source>对什么有异议</source>
            <translation>What is disputed</translation>
        </message>
        <message>
            <source>答复的人</source>
            <translation>Who answers</translation>
        </message>
        <message>
            <source>申请复核诉讼费用</source>
            <translation>Review of the fee asked for</translation>
        </message>
        <message>
            <source>答复诉讼费用的复核</source>
            <translation>Review of the fee answered</translation>
        </message>
        <message>
            <source>案件{number}的反诉、第三人请求还没有决定是否合并审理（{article}）。</source>
            <translation>In case {number} it is not decided yet whether the counterclaim or third party's claim is heard together ({article}).</translation>
        </message>
        <message>
            <source>先在“案件”的“变更和反诉”里作决定，再办这一步。</source>
            <translation>Decide it first under Cases, Changes and counterclaims; then do this.</translation>
        </message>
        <message>
            <source>案件{number}的本诉已经撤诉，只有反诉、第三人请求继续审理（{article}）。</source>
            <translation>The suit of case {number} was withdrawn; only the counterclaim or third party's claim goes on ({article}).</translation>
        </message>
        <message>
            <source>对继续审理的请求判决、调解，或者办它的撤回。</source>
            <translation>Judge or mediate what goes on, or record that it was withdrawn.</translation>
        </message>
        <message>
            <source>本诉撤诉，其余继续审理</source>
            <translation>Suit withdrawn, the rest goes on</translation>
        </message>
        <message>
            <source>本诉已撤诉（{day}）</source>
            <translation>The suit was withdrawn ({day})</translation>
        </message>
        <message>
            <source>本诉已按撤诉处理（{day}）</source>
            <translation>The suit counts as withdrawn ({day})</translation>
        </message>
        <message>
            <source>本诉已经撤诉，它的受理费由裁定写明；主文只写反诉、第三人的请求（解释237、239）。</source>
            <translation>The suit was withdrawn, and its ruling says who bears its fee; the orders decide only the counterclaim or third party's claim (解释237, 239).</translation>
        </message>
        <message>
            <source>已裁定按撤诉处理；有反诉、第三人请求合并审理的，它们继续审理，没有的，案件结案。</source>
            <translation>It counts as withdrawn; a counterclaim or third party's claim heard with it goes on, else the case is closed.</translation>
        </message>
        <message>
            <source>对费用的计算有异议的，请求本院复核；对费用的决定有异议的，向院长申请。十五日内答复，不能单独上诉（费用43）。</source>
            <translation>Who disputes how the fee was reckoned asks this court to review it; who disputes a decision on it asks the president. Answered in fifteen days; no appeal on that alone (费用43).</translation>
        </message>
        <message>
            <source>复核</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>登记申请</source>
            <translation>Record a request</translation>
        </message>
        <message>
            <source>答复选中的申请</source>
            <translation>Answer the one chosen</translation>
        </message>
        <message>
            <source>费用的计算</source>
            <translation>How it was reckoned</translation>
        </message>
        <message>
            <source>费用的决定</source>
            <translation>The decision on it</translation>
        </message>
        <message>
            <source>更正为（元，维持的不填）</source>
            <translation>Put right to (yuan; empty: it stays)</translation>
        </message>
        <message>
            <source>还没有选等着答复的申请。</source>
            <translation>No request that waits for an answer is chosen.</translation>
        </message>
        <message>
            <source>申请已记下，最迟的日子在工作台和“期限”里。</source>
            <translation>The request is recorded; its last day is on the workbench and under “Periods”.</translation>
        </message>
        <message>
            <source>告知申请人；文书上的费用写错了的，出补正裁定，缴多了的办退费。</source>
            <translation>Tell the party. Where a paper printed the wrong fee, correct it by a ruling; what was paid too much goes back under “Refund”.</translation>
        </message>
        <message>
            <source>更正为 {amount} 元</source>
            <translation>put right to {amount} yuan</translation>
        </message>
        <message>
            <source>维持</source>
            <translation>it stays</translation>
        </message>
        <message>
            <source>{title}只有提出请求的人可以上诉，不是{party}。</source>
            <translation>Only who brought the claim appeals against the {title}, not {party}.</translation>
        </message>
        <message>
            <source>选提出反诉或者第三人请求的人，或其代理人。</source>
            <translation>Choose who brought the counterclaim or the third party's claim, or its agent.</translation>
        </message>
        <message>
            <source>{name}的上诉</source>
            <translation>{name}'s appeal</translation>
        </message>
        <message>
            <source>保全的裁定</source>
            <translation>Rule on the preservation</translation>
        </message>
        <message>
            <source>情况紧急的保全的裁定</source>
            <translation>Rule on the urgent preservation</translation>
        </message>
        <message>
            <source>保全裁定的执行</source>
            <translation>Carry out the preservation</translation>
        </message>
        <message>
            <source>诉前保全的裁定</source>
            <translation>Rule on the preservation before the suit</translation>
        </message>
        <message>
            <source>情况紧急，四十八小时内裁定</source>
            <translation>Urgent: ruling in forty-eight hours</translation>
        </message>
        <message>
            <source>起诉前申请，四十八小时内裁定</source>
            <translation>Before the suit: ruling in forty-eight hours</translation>
        </message>
        <message>
            <source>上诉的结果</source>
            <translation>What became of the appeal</translation>
        </message>
        <message>
            <source>其中第三人请求的受理费由谁负担</source>
            <translation>Who bears the fee of the third party's claim among them</translation>
        </message>
        <message>
            <source>待送交</source>
            <translation>To be handed over</translation>
        </message>
        <message>
            <source>接下来：送交《{title}》{whom}，记在“巡回”页的“送交和催办”</source>
            <translation>Next: hand over “{title}”{whom}; record it under “Handed over” on the circuit page</translation>
        </message>
    </context>
</TS>
